-- Capacity needs: rounds of assessment, what each organisation makes of them, needs, and the responses to them.
create schema needs;

create table needs.round (
  id uuid primary key,
  title text not null,
  language text not null,
  fiscal_year_start date not null,
  kind text not null,
  scope text not null check (scope in ('entity', 'post_group', 'individual')),
  -- Why, about whom, about what: the three questions that a design answers first.
  purpose text not null,
  whom text not null default '',
  what text not null default '',
  organisations uuid[] not null default '{}',
  methods text[] not null,
  groups text[] not null,
  version uuid references questionnaire.version (id),
  previous uuid references needs.round (id),
  state text not null,
  opens date,
  closes date,
  validate_by date,
  reply_by date,
  due date,
  weights jsonb not null,
  need_gap numeric(3, 2) not null check (need_gap > 0 and need_gap <= 4),
  share_consent text not null,
  desired jsonb not null default '{}',
  opened_by uuid references registry.post (id),
  created_at timestamptz not null default now(),
  closed_at timestamptz
);
create index round_by_state on needs.round (state);
comment on column needs.round.desired is 'Desired level by domain where the association sets it for everyone; it goes before what respondents wish';
comment on column needs.round.organisations is 'Organisations chosen while designing; empty: every member and every shown place';
comment on column needs.round.due is 'Last day of the state that the round is in';
comment on column needs.round.need_gap is 'A gap of at least so many levels becomes a need';

-- What the round asks of one organisation, and where that organisation stands.
create table needs.participation (
  round uuid not null references needs.round (id),
  organisation uuid not null references registry.organisation (id),
  state text not null,
  invited integer not null default 0,
  consent text,
  validated_at timestamptz,
  validated_by uuid references registry.post (id),
  validation_note text,
  validation_language text,
  shared_at timestamptz,
  reply text,
  reply_language text,
  replied_at timestamptz,
  replied_by uuid references registry.post (id),
  sheet uuid references signature.sheet (id),
  primary key (round, organisation)
);
create index participation_by_organisation on needs.participation (organisation);
comment on column needs.participation.consent is 'What this organisation chose instead of the consent that the round asks for';

-- A post is invited, whoever holds it; the sitting is the answer given from it.
create table needs.invitation (
  round uuid not null references needs.round (id),
  post uuid not null references registry.post (id),
  organisation uuid not null references registry.organisation (id),
  post_type text not null,
  sitting uuid,
  reminded_at timestamptz,
  primary key (round, post)
);
create index invitation_by_organisation on needs.invitation (round, organisation);
create index invitation_open on needs.invitation (post) where sitting is null;
create index invitation_by_sitting on needs.invitation (sitting) where sitting is not null;
comment on column needs.invitation.organisation is 'The participating organisation, such as the district of a sector';

-- One respondent's rating of one capacity; written from the submitted sitting, an interview or a document.
create table needs.rating (
  year smallint not null,
  member uuid not null,
  round uuid not null,
  id uuid not null,
  organisation uuid not null,
  source text not null,
  sitting uuid,
  interview uuid,
  post_type text not null,
  sex text,
  years_in_post smallint,
  domain text not null,
  item text not null,
  desired smallint not null check (desired between 1 and 5),
  current smallint not null check (current between 1 and 5),
  importance smallint check (importance between 1 and 5),
  cause text,
  strength boolean not null default false,
  bottleneck text,
  evidence text,
  confidence text,
  primary key (year, member, round, id)
);
create index rating_by_round on needs.rating (round, domain, organisation) include (source, post_type, current);
create index rating_by_sitting on needs.rating (sitting);

-- Sums over respondents, kept with every rating, so that a picture over 100,000 answers reads hundreds of rows.
create table needs.cell (
  round uuid not null references needs.round (id),
  member uuid not null,
  organisation uuid not null,
  post_type text not null,
  domain text not null,
  source text not null,
  respondents integer not null,
  sum_gap double precision not null,
  sum_gap_squared double precision not null,
  sum_current double precision not null,
  sum_desired double precision not null,
  sum_importance double precision not null,
  importance_respondents integer not null,
  causes jsonb not null default '{}',
  primary key (round, organisation, post_type, domain, source)
);
create index cell_by_member on needs.cell (round, member, domain);

-- Interviews, focus groups and document checks, with the consent given.
create table needs.interview (
  id uuid primary key,
  round uuid not null references needs.round (id),
  organisation uuid not null references registry.organisation (id),
  method text not null,
  source text not null,
  post_type text not null default '*',
  held_on date not null,
  people smallint not null check (people > 0),
  women smallint check (women >= 0 and women <= people),
  consent text not null,
  notes text,
  language text not null,
  held_by uuid references registry.post (id),
  file uuid references files.file (id),
  recorded_at timestamptz not null default now()
);
create index interview_by_round on needs.interview (round, organisation);

-- What moderation changed, and why; the respondents' own figures stay beside it.
create table needs.moderation (
  round uuid not null references needs.round (id),
  organisation uuid not null references registry.organisation (id),
  domain text not null,
  current numeric(3, 2) not null check (current between 1 and 5),
  reason text not null,
  language text not null,
  moderated_by uuid references registry.post (id),
  moderated_at timestamptz not null default now(),
  primary key (round, organisation, domain)
);

-- What an organisation does well: kept beside its needs, so that peers can learn from it.
create table needs.strength (
  round uuid not null references needs.round (id),
  organisation uuid not null references registry.organisation (id),
  domain text not null,
  current numeric(3, 2) not null,
  respondents integer not null,
  named integer not null default 0,
  primary key (round, organisation, domain)
);

-- A need: a gap found by a round, or a service problem that an organisation enters itself.
create table needs.need (
  id uuid primary key,
  round uuid references needs.round (id),
  organisation uuid not null references registry.organisation (id),
  kind text not null check (kind in ('gap', 'service_problem')),
  domain text not null,
  statement text not null,
  language text not null,
  desired numeric(3, 2),
  current numeric(3, 2),
  importance numeric(3, 2),
  reach integer,
  cost_minor bigint,
  currency text,
  cause text,
  cause_share numeric(4, 3),
  causes jsonb not null default '{}',
  bottleneck boolean not null default false,
  place uuid references registry.territory (id),
  service text,
  sufferers text,
  measure text,
  measure_value numeric,
  measure_unit text,
  measured_on date,
  since date,
  since_precision text check (since_precision in ('year', 'month', 'day')),
  post_types text[] not null default '{}',
  respondents integer,
  certainty text not null check (certainty in ('imported', 'claimed', 'verified')),
  state text not null,
  refusal text,
  refusal_language text,
  contest text,
  contest_language text,
  contest_answer text,
  contest_answer_language text,
  contest_answered_at timestamptz,
  accepted_at timestamptz,
  replied_at timestamptz,
  responded_at timestamptz,
  raised_by uuid references registry.post (id),
  raised_at timestamptz not null default now()
);
create unique index one_need_a_gap on needs.need (round, organisation, domain) where kind = 'gap';
create index need_by_organisation on needs.need (organisation, state);
create index need_by_round on needs.need (round, state);
create index need_by_state on needs.need (state, raised_at);
create index need_by_time on needs.need (raised_at desc, id);

create table needs.response (
  id uuid primary key,
  need uuid not null references needs.need (id),
  type text not null,
  what text not null,
  language text not null,
  estimate_minor bigint,
  currency text,
  owner uuid not null references registry.post (id),
  due date not null,
  state text not null,
  addressee text,
  note text,
  raised_at timestamptz not null default now(),
  settled_at timestamptz
);
create index response_by_need on needs.response (need);
create index response_by_owner on needs.response (owner, state);
