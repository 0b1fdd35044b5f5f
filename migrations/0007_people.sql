-- Loading a country and its people, telling doubles apart, and handing a post over from one person to the next.
create schema people;

create table people.import_run (
  id uuid primary key,
  kind text not null check (kind in ('units', 'boundaries', 'people')),
  state text not null check (state in ('ready', 'running', 'done', 'failed', 'dropped')),
  file uuid not null references files.file (id),
  file_name text not null,
  post uuid references registry.post (id),
  person uuid references registry.person (id),
  summary jsonb not null default '{}',
  headers jsonb not null default '[]',
  done integer not null default 0,
  total integer not null default 0,
  failure text,
  made_at timestamptz not null,
  settled_at timestamptz
);
create index import_run_by_time on people.import_run (made_at desc);

create table people.import_finding (
  run uuid not null references people.import_run (id) on delete cascade,
  position integer not null,
  "row" integer not null,
  code text not null,
  kind text not null,
  rejected boolean not null,
  told jsonb not null,
  source jsonb not null default '[]',
  primary key (run, position)
);
comment on column people.import_finding.told is 'What is wrong, in three languages with its values, as it was found';

create table people.import_person (
  run uuid not null references people.import_run (id) on delete cascade,
  "row" integer not null,
  person uuid not null references registry.person (id),
  primary key (run, "row")
);
comment on table people.import_person is 'Which row of a list became which person: a run that is repeated adds nobody twice';

create table people.match (
  id uuid primary key,
  one uuid not null references registry.person (id),
  other uuid not null references registry.person (id),
  strength text not null check (strength in ('possible', 'strong')),
  bits numeric(6, 2) not null,
  reasons jsonb not null,
  state text not null default 'open' check (state in ('open', 'merged', 'not_same', 'later')),
  kept uuid references registry.person (id),
  decided_by_post uuid references registry.post (id),
  decided_by uuid references registry.person (id),
  decided_at timestamptz,
  found_at timestamptz not null,
  unique (one, other),
  check (one < other)
);
create index match_by_state on people.match (state, strength, found_at desc);
create index match_by_other on people.match (other);

create table people.handover (
  id uuid primary key,
  post uuid not null references registry.post (id),
  organisation uuid not null references registry.organisation (id),
  reason text not null,
  event_day date not null,
  note text not null default '',
  state text not null check (state in ('open', 'compiled', 'ready', 'signed', 'accepted', 'closed')),
  outgoing uuid not null references registry.person (id),
  outgoing_assignment uuid not null references registry.assignment (id),
  outgoing_acting boolean not null,
  outgoing_absent boolean not null default false,
  incoming uuid references registry.person (id),
  incoming_assignment uuid references registry.assignment (id),
  incoming_acting boolean,
  supervisor uuid references registry.post (id),
  witness uuid references registry.post (id),
  named_at timestamptz,
  file_due date not null,
  meeting_due date not null,
  check_due date,
  compiled jsonb,
  moved jsonb,
  gaps jsonb not null default '{}',
  completed_by_post uuid references registry.post (id),
  completed_by uuid references registry.person (id),
  completed_because text,
  completed_at timestamptz,
  meeting_day date,
  meeting_place text,
  sheet uuid references signature.sheet (id),
  outcome text,
  reservations text,
  accepted_at timestamptz,
  checked jsonb,
  closed_at timestamptz,
  made_at timestamptz not null
);
create index handover_by_post on people.handover (post, event_day desc);
create index handover_by_organisation on people.handover (organisation, state);
create index handover_by_outgoing on people.handover (outgoing);
create index handover_by_incoming on people.handover (incoming);
create unique index one_running_handover on people.handover (post, outgoing_assignment);
comment on table people.handover is 'A post passing from one person to the next: the event, the file, the signatures and the check after a month';
