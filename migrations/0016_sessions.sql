-- Sessions of courses: places, seats, trainers, and who is nominated, approved, invited, replaced, and what came of it.
create schema sessions;

create table sessions.session (
  id uuid primary key,
  reference text not null unique,
  title text not null,
  language text not null check (language in ('en', 'fr', 'rw')),
  course uuid not null,
  organisation uuid not null references registry.organisation (id),
  gathering uuid not null unique references gathering.gathering (id),
  plan_line uuid,
  mandate text,
  mandate_language text,
  state text not null check (state in ('planned', 'nominations_open', 'confirmed', 'ready', 'running', 'delivered', 'evaluated', 'follow_up', 'closed', 'cancelled')),
  mode text not null check (mode in ('physical', 'online', 'hybrid')),
  from_day date not null,
  to_day date not null,
  place text,
  territory uuid references registry.territory (id),
  region uuid references registry.territory (id),
  venue_access text[] not null default '{}',
  link text,
  places smallint not null check (places > 0),
  groups text[] not null default '{}',
  funder text,
  modality text not null,
  domain text,
  programme text,
  nominations_close date not null,
  nominations_closed_at timestamptz,
  runner uuid references registry.post (id),
  reason text,
  reason_language text,
  opened_at timestamptz,
  confirmed_at timestamptz,
  delivered_at timestamptz,
  settled_at timestamptz,
  recorded_at timestamptz not null,
  check (to_day >= from_day),
  check (plan_line is not null or mandate is not null)
);
create index session_by_day on sessions.session (from_day, to_day);
create index session_by_state on sessions.session (state, from_day);
create index session_by_course on sessions.session (course, from_day);
create index session_by_plan_line on sessions.session (plan_line) where plan_line is not null;
comment on table sessions.session is 'One delivery of a course. “mandate” is the reason stated when no line of a plan is behind it';

create table sessions.seat (
  session uuid not null references sessions.session (id),
  organisation uuid not null references registry.organisation (id),
  seats smallint not null check (seats > 0),
  told_at timestamptz,
  primary key (session, organisation)
);
create index seat_by_organisation on sessions.seat (organisation, session);
comment on table sessions.seat is 'How many of the places an organisation fills by its own nominations';

create table sessions.trainer (
  id uuid primary key,
  session uuid not null references sessions.session (id),
  person uuid not null references registry.person (id),
  post uuid references registry.post (id),
  state text not null check (state in ('named', 'invited', 'confirmed', 'declined')),
  token text not null unique,
  reason text,
  reason_language text,
  invited_at timestamptz,
  answered_at timestamptz,
  unique (session, person)
);
create index trainer_by_person on sessions.trainer (person);
comment on table sessions.trainer is 'Who teaches; the token opens her own page, where she says whether she comes';

create table sessions.enrolment (
  id uuid primary key,
  session uuid not null references sessions.session (id),
  person uuid not null references registry.person (id),
  post uuid references registry.post (id),
  post_type text,
  organisation uuid not null references registry.organisation (id),
  entity uuid not null references registry.organisation (id),
  tier text,
  sex text check (sex in ('F', 'M')),
  age_band text,
  learner text not null check (learner in ('new', 'returning')),
  supervisor uuid references registry.post (id),
  state text not null check (state in ('nominated', 'approved', 'not_approved', 'invited', 'confirmed', 'declined', 'replaced', 'attended', 'absent', 'competent', 'attended_only', 'applied', 'withdrawn')),
  waiting boolean not null default false,
  outcome text check (outcome in ('competent', 'attended_only', 'absent')),
  mode text not null check (mode in ('physical', 'online')),
  access_needs text[] not null default '{}',
  disability text,
  transport_band text,
  token text not null unique,
  replaces uuid references sessions.enrolment (id),
  nominated_by uuid references registry.person (id),
  nominated_post uuid references registry.post (id),
  decided_by uuid references registry.person (id),
  decided_post uuid references registry.post (id),
  reason text,
  reason_language text,
  nominated_at timestamptz not null,
  decided_at timestamptz,
  invited_at timestamptz,
  reminded_at timestamptz,
  answered_at timestamptz,
  settled_at timestamptz
);
create unique index enrolment_once on sessions.enrolment (session, person)
  where state not in ('not_approved', 'declined', 'replaced', 'withdrawn');
create index enrolment_by_session on sessions.enrolment (session, state);
create index enrolment_by_person on sessions.enrolment (person, session);
create index enrolment_by_entity on sessions.enrolment (entity, session);
create index enrolment_by_post on sessions.enrolment (post) where state in ('nominated', 'approved', 'invited', 'confirmed');
create index enrolment_unanswered on sessions.enrolment (session) where state = 'invited';
create unique index replaced_once on sessions.enrolment (replaces) where replaces is not null;
comment on table sessions.enrolment is 'One person’s way through a session with the post, organisation and age band that she had then; participant and portfolio entry bear the same id. “entity” is the organisation whose seat it is, “waiting” stands beyond its seats';
