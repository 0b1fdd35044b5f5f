-- Files are content-addressed and live in the database, so that backup, erasure and a second machine work.
create schema files;

create table files.blob (
  hash bytea primary key,
  bytes bytea not null,
  size bigint not null
);

create table files.file (
  id uuid primary key,
  hash bytea not null references files.blob (hash),
  name text not null,
  media_type text not null,
  purpose text not null,
  subject_kind text not null,
  subject uuid not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null default now()
);
create index file_by_subject on files.file (subject);
create index file_by_hash on files.file (hash);
