-- Indicators in use: who owns one where and whether its figures are public there, what it is compared by, what else happened, and imports.
alter table measure.indicator add column public boolean not null default false;
alter table measure.observation add column reason text;

create table measure.owner (
  indicator uuid not null references measure.indicator (id),
  organisation uuid not null references registry.organisation (id),
  post uuid not null references registry.post (id),
  publishes boolean not null default false,
  recorded_at timestamptz not null,
  primary key (indicator, organisation)
);
create index owner_by_post on measure.owner (post);
comment on table measure.owner is 'The post of an organisation that owes an indicator its figures, and whether the organisation agreed to show them to everyone';

create schema indicators;

create table indicators.comparison (
  indicator uuid primary key references measure.indicator (id),
  course uuid not null,
  post uuid references registry.post (id),
  recorded_at timestamptz not null
);
comment on table indicators.comparison is 'The course whose sessions part organisations into those that took part and those like them that did not';

create table indicators.event (
  id uuid primary key,
  indicator uuid not null references measure.indicator (id),
  organisation uuid references registry.organisation (id),
  day date not null,
  text text not null check (text <> ''),
  language text not null,
  post uuid references registry.post (id),
  recorded_at timestamptz not null
);
create index event_by_indicator on indicators.event (indicator, day);
comment on table indicators.event is 'What else happened that may have moved a figure: a new register, an election, a flood';

create table indicators.import_run (
  id uuid primary key,
  file_name text not null,
  file_hash text not null,
  headers jsonb not null,
  rows jsonb not null,
  rejected jsonb not null,
  state text not null check (state in ('ready', 'done', 'dropped')),
  taken integer,
  unchanged integer,
  post uuid references registry.post (id),
  made_at timestamptz not null,
  settled_at timestamptz
);
create index import_run_by_time on indicators.import_run (made_at desc);
