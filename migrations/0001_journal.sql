-- The journal: audit trail, job source and public proof. Append-only; personal content sits outside the leaf.
create schema setting;
create schema journal;

create table setting.fact (
  name text primary key,
  value jsonb not null
);
comment on table setting.fact is 'One row per fact about this installation: pack, demonstration, salt names';

create table journal.entry (
  year smallint not null,
  member uuid not null,
  entry bigint generated always as identity,
  recorded_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  kind text not null check (kind ~ '^[a-z]+(\.[a-z_]+)+$'),
  subject_kind text not null,
  subject uuid not null,
  post uuid,
  person uuid,
  payload jsonb not null,
  commitment bytea,
  primary key (year, member, entry)
);
create unique index entry_once on journal.entry (entry);
create index entry_by_subject on journal.entry (subject, entry desc);
create index entry_by_kind on journal.entry (kind, entry desc);
create index entry_by_post on journal.entry (post, entry desc);
comment on table journal.entry is 'What was done, by which post, about which record; never updated, never deleted';
comment on column journal.entry.commitment is 'SHA-256 over salt and canonical personal content; the content is in journal.personal and may be erased by law';

create table journal.personal (
  entry bigint primary key,
  salt bytea not null,
  content jsonb not null
);

create table journal.pending (entry bigint primary key);

create table journal.leaf (
  seq bigint primary key,
  entry bigint not null unique,
  hash bytea not null
);

create table journal.subtree (
  level smallint not null,
  position bigint not null,
  hash bytea not null,
  primary key (level, position)
);

create table journal.checkpoint (
  size bigint primary key,
  root bytea not null,
  note text not null,
  signed_at timestamptz not null default now()
);

create function journal.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = 'P0J01';
end $$;
create trigger entry_is_final before update or delete on journal.entry
  for each row execute function journal.refuse_change();
create trigger leaf_is_final before update or delete on journal.leaf
  for each row execute function journal.refuse_change();
create trigger checkpoint_is_final before update or delete on journal.checkpoint
  for each row execute function journal.refuse_change();

create function journal.note_pending() returns trigger language plpgsql as $$
begin
  insert into journal.pending (entry) values (new.entry);
  return null;
end $$;
create trigger entry_is_pending after insert on journal.entry
  for each row execute function journal.note_pending();
