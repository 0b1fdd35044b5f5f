-- Courses: what is taught, to whom, in versions that are reviewed by two posts before they are taught.
create schema courses;

create table courses.course (
  id uuid primary key,
  organisation uuid not null references registry.organisation (id),
  code text not null unique,
  recorded_at timestamptz not null
);

create table courses.version (
  id uuid primary key,
  course uuid not null references courses.course (id),
  number smallint not null check (number > 0),
  state text not null check (state in ('draft', 'reviewed', 'published', 'revision_due', 'retired')),
  title jsonb not null,
  summary jsonb not null default '{}',
  outcomes jsonb not null default '{}',
  prerequisites jsonb not null default '{}',
  modality text not null,
  domain text not null,
  other_domains text[] not null default '{}',
  programme text,
  languages text[] not null default '{}',
  target_groups text[] not null default '{}',
  assessment text,
  pass_mark smallint check (pass_mark between 1 and 100),
  attendance_minimum smallint check (attendance_minimum between 1 and 100),
  pre_test uuid references questionnaire.version (id),
  post_test uuid references questionnaire.version (id),
  evaluation uuid references questionnaire.version (id),
  asked_at timestamptz,
  published_at timestamptz,
  revision_on date,
  ended_at timestamptz,
  reason text,
  reason_language text,
  recorded_at timestamptz not null,
  unique (course, number)
);
create unique index version_in_work on courses.version (course) where state in ('draft', 'reviewed');
create unique index version_in_force on courses.version (course) where state in ('published', 'revision_due');
create index version_to_revise on courses.version (revision_on) where state = 'published';
comment on table courses.version is 'What a course teaches; one version is in force, one at most is being worked on, and older ones stay as they were taught';

create table courses.module (
  id uuid primary key,
  version uuid not null references courses.version (id),
  position smallint not null check (position > 0),
  title jsonb not null,
  objective jsonb not null default '{}',
  minutes smallint not null check (minutes > 0),
  practical_minutes smallint not null check (practical_minutes >= 0),
  method text not null,
  unique (version, position),
  check (practical_minutes <= minutes)
);

create table courses.material (
  id uuid primary key,
  version uuid not null references courses.version (id),
  title text not null,
  language text not null,
  licence text not null,
  author text not null default '',
  file uuid not null references files.file (id),
  recorded_at timestamptz not null
);
create index material_by_version on courses.material (version);

create table courses.review (
  id uuid primary key,
  version uuid not null references courses.version (id),
  aspect text not null check (aspect in ('content', 'legal')),
  decision text not null check (decision in ('approved', 'returned')),
  note text not null default '',
  language text not null,
  post uuid references registry.post (id),
  round smallint not null check (round > 0),
  recorded_at timestamptz not null,
  unique (version, round, aspect)
);
comment on table courses.review is 'Content and law are judged by two different posts; a return opens the next round';
