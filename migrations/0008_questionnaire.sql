-- Questionnaires: versions kept with their questions, sittings of respondents, answers appended and never overwritten.
create schema questionnaire;

create table questionnaire.instrument (
  id uuid primary key,
  organisation uuid not null references registry.organisation (id),
  code text not null,
  title text not null,
  language text not null,
  created_at timestamptz not null default now(),
  unique (organisation, code)
);

create table questionnaire.version (
  id uuid primary key,
  instrument uuid not null references questionnaire.instrument (id),
  number integer not null,
  state text not null check (state in ('draft', 'published', 'retired')),
  model jsonb,
  report jsonb not null,
  -- Attached tables by name, as rows of text by column.
  tables jsonb not null default '{}',
  workbook uuid not null references files.file (id),
  uploaded_at timestamptz not null default now(),
  published_at timestamptz,
  unique (instrument, number),
  check (state = 'draft' or model is not null)
);
create unique index one_published_version on questionnaire.version (instrument) where state = 'published';

create table questionnaire.sitting (
  year smallint not null,
  member uuid not null,
  id uuid not null,
  version uuid not null references questionnaire.version (id),
  purpose_kind text not null,
  purpose uuid not null,
  organisation uuid not null references registry.organisation (id),
  post uuid references registry.post (id),
  post_type text,
  person uuid references registry.person (id),
  channel text not null check (channel in ('web', 'offline', 'paper', 'interview')),
  state text not null check (state in ('open', 'submitted', 'withdrawn')),
  language text not null,
  -- What the purpose called it on that day.
  title text not null,
  -- Who answered, in the words that results are split by; they stay when the person is taken away.
  sex text,
  years_in_post smallint,
  happened_on date not null,
  happened_precision text not null default 'day' check (happened_precision in ('year', 'month', 'day')),
  entered_by uuid references registry.post (id),
  started_at timestamptz not null default now(),
  submitted_at timestamptz,
  answered jsonb,
  primary key (year, member, id)
);
create unique index sitting_once on questionnaire.sitting (id);
create index sitting_by_purpose on questionnaire.sitting (purpose, state, organisation);
create index sitting_by_person on questionnaire.sitting (person, purpose);
create index sitting_by_version on questionnaire.sitting (version, state, submitted_at);
-- Two devices that start at once start one sitting.
create unique index one_sitting_a_person on questionnaire.sitting (purpose, person) where person is not null and state <> 'withdrawn';
create index sitting_by_post on questionnaire.sitting (post, purpose);
comment on column questionnaire.sitting.answered is 'The evaluated answers at submission; the questions as asked are in the version';

create table questionnaire.answer (
  year smallint not null,
  member uuid not null,
  sitting uuid not null,
  event uuid not null,
  path text not null,
  value jsonb,
  answered_at timestamptz not null,
  received_at timestamptz not null default now(),
  device text,
  primary key (year, member, sitting, event)
);
create index answer_by_sitting on questionnaire.answer (sitting, path, answered_at desc);
comment on table questionnaire.answer is 'One answer each time it was given; the newest by its own clock counts, the others stay';
