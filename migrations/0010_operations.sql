-- Running the installation: backups made, rule changes between two people, exports; and what the data protection officer works with.
create schema operations;

create table operations.backup (
  id uuid primary key,
  made_at timestamptz not null,
  way text not null check (way in ('command', 'timer')),
  file_name text not null,
  size bigint not null,
  row_count bigint not null,
  sealed_entries bigint not null,
  with_keys boolean not null
);
create index backup_by_time on operations.backup (made_at desc);
comment on table operations.backup is 'Backups that were made, so that their age is known; the files lie outside the database';
comment on column operations.backup.size is 'Bytes of the file';

create table operations.rule_change (
  id uuid primary key,
  rule_set text not null,
  from_day date not null,
  value jsonb not null,
  source text not null,
  unconfirmed boolean not null,
  reason text not null,
  state text not null check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  proposed_by uuid not null references registry.person (id),
  proposed_post uuid references registry.post (id),
  proposed_at timestamptz not null,
  decided_by uuid references registry.person (id),
  decided_post uuid references registry.post (id),
  decided_at timestamptz,
  decision_reason text,
  check (decided_by is null or state = 'withdrawn' or decided_by <> proposed_by)
);
create index rule_change_by_set on operations.rule_change (rule_set, proposed_at desc);
create unique index one_open_change on operations.rule_change (rule_set) where state = 'proposed';
comment on table operations.rule_change is 'A new dated version of a rule set, proposed by one person and decided by another';

create table operations.export (
  id uuid primary key,
  asked_by uuid not null references registry.person (id),
  asked_post uuid references registry.post (id),
  asked_at timestamptz not null,
  purpose text not null,
  with_personal boolean not null,
  state text not null check (state in ('asked', 'approved', 'refused', 'running', 'ready', 'failed', 'expired')),
  decided_by uuid references registry.person (id),
  decided_at timestamptz,
  decision_reason text,
  done bigint not null default 0,
  total bigint not null default 0,
  size bigint,
  failure text,
  finished_at timestamptz,
  check (decided_by is null or decided_by <> asked_by)
);
create index export_by_time on operations.export (asked_at desc);
comment on table operations.export is 'Exports of everything in open formats; personal data only with the data protection officer''s word';
comment on column operations.export.done is 'Rows written so far, of total';

create table operations.export_piece (
  export uuid not null references operations.export (id) on delete cascade,
  position integer not null,
  bytes bytea not null,
  primary key (export, position)
);
comment on table operations.export_piece is 'Transient: the file of an export, piece by piece, for a week';

create schema privacy;

create table privacy.subject_request (
  id uuid primary key,
  person uuid references registry.person (id),
  requester text not null,
  reach text,
  organisation uuid not null references registry.organisation (id),
  kind text not null check (kind in ('access', 'rectification', 'erasure', 'portability', 'objection')),
  wish text not null,
  language text not null,
  state text not null check (state in ('received', 'waiting', 'checked', 'answered', 'withdrawn')),
  clock jsonb not null,
  due_day date not null,
  received_at timestamptz not null,
  recorded_by uuid references registry.person (id),
  identity_how text,
  identity_at timestamptz,
  identity_by uuid references registry.person (id),
  decision text check (decision in ('granted', 'partly', 'refused')),
  answer text,
  answered_at timestamptz,
  answered_by uuid references registry.person (id)
);
create index subject_request_by_person on privacy.subject_request (person);
create index subject_request_by_state on privacy.subject_request (state, due_day);
comment on table privacy.subject_request is 'What a person asked about her own data, and what she was answered';
comment on column privacy.subject_request.reach is 'How the person is reached when she has no account';

create table privacy.erasure (
  id uuid primary key,
  request uuid references privacy.subject_request (id),
  person uuid not null,
  done_at timestamptz not null,
  done_by uuid references registry.person (id),
  counts jsonb not null
);
create index erasure_by_request on privacy.erasure (request);
comment on table privacy.erasure is 'That a person''s data was erased, and how much of what; never what it was';

create table privacy.retention_run (
  id uuid primary key,
  planned_at timestamptz not null,
  planned_by uuid references registry.person (id),
  as_of date not null,
  plan jsonb not null,
  state text not null check (state in ('planned', 'running', 'done', 'dropped')),
  counts jsonb,
  finished_at timestamptz
);
create index retention_run_by_time on privacy.retention_run (planned_at desc);

create table privacy.breach (
  id uuid primary key,
  organisation uuid not null references registry.organisation (id),
  found_at timestamptz not null,
  reported_at timestamptz not null,
  reported_by uuid references registry.person (id),
  what text not null,
  data_kinds text not null default '',
  people_estimate integer check (people_estimate >= 0),
  risk text not null default 'unknown' check (risk in ('unknown', 'low', 'high')),
  consequences text not null default '',
  measures text not null default '',
  state text not null check (state in ('open', 'notified', 'closed')),
  due_at timestamptz not null,
  notified_at timestamptz,
  notice jsonb,
  late_reason text,
  people_told_at timestamptz,
  people_told_how text,
  closed_at timestamptz,
  closing_reason text
);
create index breach_by_time on privacy.breach (found_at desc);
comment on table privacy.breach is 'Breaches of personal data; due_at is when the notice to the authority is due';

create table privacy.break_glass (
  id uuid primary key,
  person uuid not null references registry.person (id),
  post uuid references registry.post (id),
  subject_kind text not null,
  subject uuid not null,
  reason text not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  seen_by uuid references registry.person (id),
  seen_at timestamptz,
  remark text,
  check (until > opened_at)
);
create index break_glass_by_person on privacy.break_glass (person, subject);
create index break_glass_unseen on privacy.break_glass (opened_at) where seen_at is null;
comment on table privacy.break_glass is 'Exceptional looks at confidential records: who, why, until when; each is shown to the data protection officer';
