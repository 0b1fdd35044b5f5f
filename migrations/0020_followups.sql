-- Application at work: whom we asked what she will do with what she learned; the task itself, its questions and evidence are a commitment.
create schema followups;

create table followups.task (
  id uuid primary key,
  enrolment uuid not null unique,
  session uuid not null,
  course uuid not null,
  person uuid not null references registry.person (id),
  post uuid references registry.post (id),
  entity uuid not null references registry.organisation (id),
  organisation uuid not null references registry.organisation (id),
  token text not null unique,
  asked_at timestamptz,
  reminded_at timestamptz,
  written_at timestamptz,
  typed_by uuid references registry.post (id),
  told_at timestamptz,
  recorded_at timestamptz not null
);
create index task_by_session on followups.task (session);
create index task_by_course on followups.task (course);
create index task_by_person on followups.task (person);
create index task_by_entity on followups.task (entity);
create index task_unwritten on followups.task (asked_at) where written_at is null;
comment on table followups.task is 'A learner’s task; the commitment has the same id once she wrote it. “entity” is the organisation that named her; the token opens her own page';
