-- Tests and evaluations of sessions: what is asked before and after, what each person scored, and what was said without a name.
create schema tests;

create table tests.test (
  id uuid primary key,
  session uuid not null,
  kind text not null check (kind in ('pre', 'post', 'retake', 'evaluation')),
  version uuid not null references questionnaire.version (id),
  pass_mark smallint check (pass_mark between 1 and 100),
  recorded_at timestamptz not null,
  unique (session, kind)
);
create index test_by_version on tests.test (version, kind);
comment on table tests.test is 'What is asked at one session, with the questions and the pass mark as they stood when it was opened; the purpose of its sittings';

create table tests.result (
  id uuid primary key,
  test uuid not null references tests.test (id),
  session uuid not null,
  kind text not null check (kind in ('pre', 'post', 'retake')),
  enrolment uuid not null,
  sitting uuid,
  given text[] not null,
  earned integer[] not null,
  points integer not null check (points >= 0),
  most integer not null check (most > 0),
  happened_on date not null,
  source text not null check (source in ('web', 'offline', 'paper', 'interview')),
  post uuid references registry.post (id),
  recorded_at timestamptz not null,
  unique (test, enrolment),
  check (points <= most),
  check (cardinality(given) = cardinality(earned))
);
create index result_by_session on tests.result (session, kind);
create index result_by_enrolment on tests.result (enrolment);
create index result_by_sitting on tests.result (sitting) where sitting is not null;
comment on table tests.result is 'What one person scored; “given” and “earned” stand in the order of the scored questions of the test''s version';

create table tests.link (
  enrolment uuid primary key,
  session uuid not null,
  token text not null unique
);
comment on table tests.link is 'A person''s own door to her tests without an account';

create table tests.evaluated (
  test uuid not null references tests.test (id),
  enrolment uuid not null,
  primary key (test, enrolment)
);
create index evaluated_by_enrolment on tests.evaluated (enrolment);
comment on table tests.evaluated is 'Who has handed an evaluation in; nothing leads from here to what was said';

create table tests.opinion (
  id uuid primary key,
  test uuid not null references tests.test (id),
  answers jsonb not null,
  language text not null,
  source text not null check (source in ('web', 'paper'))
);
create index opinion_by_test on tests.opinion (test);
comment on table tests.opinion is 'One evaluation as it was given: no person, no enrolment, no moment';
