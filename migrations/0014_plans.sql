-- The yearly capacity-building plan: needs pooled, ways compared, lines with seats and money, comments, and what a revision changes.
create schema plans;

create table plans.plan (
  id uuid primary key,
  organisation uuid not null references registry.organisation (id),
  fiscal_year_start date not null,
  title text not null,
  language text not null check (language in ('en', 'fr', 'rw')),
  purpose text not null default '',
  state text not null check (state in ('pooling', 'options', 'draft', 'comment', 'secretariat', 'executive', 'assembly', 'adopted', 'running', 'revision', 'revised', 'closed')),
  document uuid references document.document (id),
  comment_from date,
  comment_until date,
  returned text,
  returned_on date,
  due date,
  closing text,
  recorded_at timestamptz not null,
  unique (organisation, fiscal_year_start)
);
comment on column plans.plan.returned is 'Why the plan came back to the drafters, until it goes out again';

create table plans.bundle (
  id uuid primary key,
  plan uuid not null references plans.plan (id),
  title text not null,
  language text not null,
  domain text,
  groups text[] not null,
  mandate text,
  left_out text,
  recorded_at timestamptz not null
);
create index bundle_by_plan on plans.bundle (plan);
comment on table plans.bundle is 'Needs that one line could answer, or a stated mandate; “left_out” says why nothing was chosen';

create table plans.bundle_need (
  bundle uuid not null references plans.bundle (id) on delete cascade,
  need uuid not null,
  primary key (bundle, need)
);

create table plans.line (
  id uuid primary key,
  plan uuid not null references plans.plan (id),
  number smallint not null check (number > 0),
  title text not null,
  language text not null check (language in ('en', 'fr', 'rw')),
  modality text not null,
  mode text not null check (mode in ('physical', 'online', 'hybrid')),
  domain text,
  programme text,
  course uuid,
  groups text[] not null,
  mandate text,
  from_day date,
  to_day date,
  region text,
  venue text,
  provider text,
  change text not null default '',
  indicator uuid references measure.indicator (id),
  indicator_words text,
  responsible uuid references registry.post (id),
  clash_reason text,
  state text not null check (state in ('planned', 'done', 'dropped')),
  settled_on date,
  settlement text,
  recorded_at timestamptz not null,
  unique (plan, number),
  check (to_day is null or from_day is null or to_day >= from_day)
);
create index line_by_day on plans.line (from_day, to_day);
create index line_by_responsible on plans.line (responsible);
comment on column plans.line.change is 'What people will do differently at work, as one sentence';
comment on column plans.line.clash_reason is 'Why the dates stay although they clash';

create table plans.option (
  id uuid primary key,
  bundle uuid not null references plans.bundle (id),
  modality text not null,
  places integer not null check (places > 0),
  days smallint not null check (days > 0),
  cost bigint not null check (cost >= 0),
  currency char(3) not null,
  note text not null default '',
  line uuid references plans.line (id) on delete set null,
  recorded_at timestamptz not null
);
create index option_by_bundle on plans.option (bundle);
comment on column plans.option.line is 'The line that this way became when it was chosen';

create table plans.line_need (
  line uuid not null references plans.line (id) on delete cascade,
  need uuid not null,
  primary key (line, need)
);
create index line_need_by_need on plans.line_need (need);

create table plans.seat (
  line uuid not null references plans.line (id) on delete cascade,
  organisation uuid not null references registry.organisation (id),
  places integer not null check (places > 0),
  primary key (line, organisation)
);
create index seat_by_organisation on plans.seat (organisation);

create table plans.comment (
  id uuid primary key,
  plan uuid not null references plans.plan (id),
  line uuid references plans.line (id) on delete set null,
  organisation uuid not null references registry.organisation (id),
  post uuid references registry.post (id),
  text text not null,
  language text not null,
  answer text,
  answer_language text,
  recorded_at timestamptz not null
);
create index comment_by_plan on plans.comment (plan, recorded_at);

create table plans.change (
  id uuid primary key,
  plan uuid not null references plans.plan (id),
  version smallint not null,
  kind text not null check (kind in ('add', 'change', 'drop')),
  line uuid not null,
  content jsonb,
  reason text not null,
  language text not null,
  recorded_at timestamptz not null,
  unique (plan, version, line)
);
comment on table plans.change is 'What a mid-year revision will change once it is decided, one row a line; until then the plan in force stands';
