-- What planning, training and reporting share: documents and decisions, money, gatherings, commitments, measures, portfolios and releases.
create schema document;

create table document.document (
  id uuid primary key,
  kind text not null,
  about_kind text not null,
  about uuid not null,
  organisation uuid not null references registry.organisation (id),
  legal_basis text,
  recorded_at timestamptz not null,
  unique (about, kind)
);
comment on table document.document is 'A plan, report, manual or minute that lives in versions; “about” is the record it belongs to';

create table document.version (
  id uuid primary key,
  document uuid not null references document.document (id),
  number smallint not null check (number > 0),
  state text not null check (state in ('draft', 'in_approval', 'in_force', 'superseded', 'withdrawn')),
  content jsonb not null,
  content_hash bytea not null,
  in_force_from date,
  in_force_to date,
  reason text,
  recorded_at timestamptz not null,
  unique (document, number)
);
create unique index one_version_in_force on document.version (document) where state = 'in_force';

create table document.wording (
  version uuid not null references document.version (id),
  language text not null check (language in ('en', 'fr', 'rw')),
  status text not null check (status in ('draft', 'translated', 'reviewed', 'approved')),
  title text not null,
  body text not null default '',
  file uuid references files.file (id),
  primary key (version, language)
);
comment on table document.wording is 'One version in one language, each with a status of its own';

create table document.decision (
  id uuid primary key,
  about_kind text not null,
  about uuid not null,
  version uuid references document.version (id),
  step text not null,
  organ text not null,
  decided_on date not null,
  number text not null,
  outcome text not null check (outcome in ('adopted', 'adopted_with_changes', 'returned', 'noted')),
  reasons text,
  language text,
  file uuid references files.file (id),
  post uuid references registry.post (id),
  recorded_at timestamptz not null
);
create index decision_by_about on document.decision (about, decided_on);
comment on table document.decision is 'An organ decided on a record: which, on what day, under what number, with what document';

create schema money;

create table money.line (
  id uuid primary key,
  about_kind text not null,
  about uuid not null,
  side text not null check (side in ('cost', 'funding')),
  item text not null,
  note text,
  party uuid references registry.organisation (id),
  amount bigint not null check (amount >= 0),
  currency char(3) not null,
  fiscal_year_start date not null,
  recorded_at timestamptz not null
);
create index money_line_by_about on money.line (about);
comment on table money.line is 'A planned cost by kind, or means by source; amounts in the smallest unit of the currency';

create table money.entry (
  id uuid primary key,
  line uuid not null references money.line (id),
  kind text not null check (kind in ('commitment', 'payment', 'receipt')),
  amount bigint not null,
  day date not null,
  reference text not null,
  certainty text not null check (certainty in ('imported', 'claimed', 'verified')),
  source text not null,
  file uuid references files.file (id),
  post uuid references registry.post (id),
  recorded_at timestamptz not null
);
create index money_entry_by_line on money.entry (line, day);
comment on table money.entry is 'What was committed, paid or received against a line; a correction is an entry with the opposite sign';

create schema gathering;

create table gathering.gathering (
  id uuid primary key,
  kind text not null,
  about uuid not null,
  organisation uuid not null references registry.organisation (id),
  mode text not null check (mode in ('physical', 'online', 'hybrid')),
  place text,
  territory uuid references registry.territory (id),
  link text,
  first_day date not null,
  last_day date not null,
  closed_at timestamptz,
  check (last_day >= first_day)
);
create unique index gathering_by_about on gathering.gathering (about);
create index gathering_by_day on gathering.gathering (first_day, last_day);
comment on table gathering.gathering is 'People meeting: “kind” and “about” name the record (a session, a forum) that it belongs to';

create table gathering.part (
  id uuid primary key,
  gathering uuid not null references gathering.gathering (id),
  position smallint not null,
  day date not null,
  half text not null check (half in ('morning', 'afternoon')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  pin text not null,
  unique (gathering, position),
  check (ends_at > starts_at)
);
comment on table gathering.part is 'A half-day; its PIN is shown in the room';

create table gathering.participant (
  id uuid primary key,
  gathering uuid not null references gathering.gathering (id),
  person uuid not null references registry.person (id),
  post uuid references registry.post (id),
  organisation uuid references registry.organisation (id),
  token text not null unique,
  code text not null,
  mode text not null check (mode in ('physical', 'online')),
  state text not null check (state in ('expected', 'withdrawn')),
  recorded_at timestamptz not null,
  unique (gathering, code)
);
create unique index participant_once on gathering.participant (gathering, person) where state = 'expected';
create index participant_by_person on gathering.participant (person);
comment on table gathering.participant is 'Somebody expected; the token is in her QR, the short code is read out at the door';

create table gathering.presence (
  id uuid primary key,
  gathering uuid not null references gathering.gathering (id),
  part uuid not null references gathering.part (id),
  participant uuid not null references gathering.participant (id),
  kind text not null check (kind in ('arrived', 'left', 'stayed', 'absent', 'void')),
  method text not null,
  mode text not null check (mode in ('physical', 'online')),
  from_at timestamptz not null,
  to_at timestamptz,
  certainty text not null check (certainty in ('imported', 'claimed', 'verified')),
  source text not null default '',
  post uuid references registry.post (id),
  device text,
  voids uuid references gathering.presence (id),
  reason text,
  recorded_at timestamptz not null,
  check ((kind = 'stayed') = (to_at is not null)),
  check (to_at >= from_at),
  check ((kind = 'void') = (voids is not null)),
  check (kind <> 'void' or reason is not null)
);
create index presence_by_gathering on gathering.presence (gathering, participant);
create index presence_by_part on gathering.presence (part);
create index presence_by_participant on gathering.presence (participant);
create index presence_by_voids on gathering.presence (voids) where voids is not null;
comment on table gathering.presence is 'Appended, never overwritten; “void” takes an earlier row back. The id comes from the phone that recorded it, so that it is sent twice and kept once';

create schema commitment;

create table commitment.commitment (
  id uuid primary key,
  kind text not null,
  about uuid not null,
  what text not null,
  language text not null,
  measure_of_success text,
  person uuid references registry.person (id),
  post uuid references registry.post (id),
  organisation uuid not null references registry.organisation (id),
  verifier uuid references registry.post (id),
  due date not null,
  state text not null check (state in ('open', 'doing', 'done', 'verified', 'not_verified', 'dropped')),
  barrier text,
  recorded_at timestamptz not null
);
create index commitment_by_about on commitment.commitment (about);
create index commitment_by_post on commitment.commitment (post) where state in ('open', 'doing', 'done');
create index commitment_by_verifier on commitment.commitment (verifier) where state in ('open', 'doing', 'done');
create index commitment_by_person on commitment.commitment (person);
comment on table commitment.commitment is 'What somebody will do, by when, and which post says whether it was done; “done” is her word, “verified” another’s';

create table commitment.reading (
  id uuid primary key,
  commitment uuid not null references commitment.commitment (id),
  step text not null,
  side text not null check (side in ('self', 'verifier')),
  due date not null,
  token text not null unique,
  answer text check (answer in ('yes', 'partly', 'no')),
  barrier text,
  note text,
  language text,
  channel text check (channel in ('workspace', 'link', 'sms', 'paper')),
  post uuid references registry.post (id),
  person uuid references registry.person (id),
  asked_person uuid references registry.person (id),
  asked_at timestamptz,
  reminded_at timestamptz,
  answered_at timestamptz,
  lapsed_at timestamptz,
  unique (commitment, step, side)
);
create index reading_due on commitment.reading (due) where answered_at is null and lapsed_at is null;
create index reading_by_asked_person on commitment.reading (asked_person) where answered_at is null;
comment on table commitment.reading is 'Asked at 90 and 180 days of the owner and of the verifier; the token opens the question without an account. “asked_person” held the verifier’s post when it was asked, “person” and “post” gave the answer; one that lapsed is not asked any more';

create table commitment.evidence (
  id uuid primary key,
  commitment uuid not null references commitment.commitment (id),
  day date not null,
  text text not null,
  language text not null,
  file uuid references files.file (id),
  certainty text not null check (certainty in ('imported', 'claimed', 'verified')),
  post uuid references registry.post (id),
  recorded_at timestamptz not null
);
create index evidence_by_commitment on commitment.evidence (commitment);

create schema measure;

create table measure.indicator (
  id uuid primary key,
  code text not null unique,
  kind text not null check (kind in ('service', 'output', 'outcome', 'strategic')),
  names jsonb not null,
  definition jsonb not null,
  unit text not null,
  better text not null check (better in ('up', 'down')),
  decimals smallint not null default 0,
  source text not null,
  frequency text not null,
  domain text,
  owner uuid references registry.post (id),
  state text not null check (state in ('active', 'retired')),
  recorded_at timestamptz not null
);

create table measure.target (
  id uuid primary key,
  indicator uuid not null references measure.indicator (id),
  organisation uuid references registry.organisation (id),
  from_day date not null,
  to_day date not null,
  value numeric not null,
  source text not null,
  recorded_at timestamptz not null,
  check (to_day >= from_day)
);
create index target_by_indicator on measure.target (indicator, to_day);

create table measure.observation (
  id uuid primary key,
  indicator uuid not null references measure.indicator (id),
  organisation uuid references registry.organisation (id),
  territory uuid references registry.territory (id),
  from_day date not null,
  to_day date not null,
  value numeric not null,
  numerator numeric,
  denominator numeric,
  sex text check (sex in ('F', 'M')),
  tier text,
  baseline boolean not null default false,
  certainty text not null check (certainty in ('imported', 'claimed', 'verified')),
  source text not null,
  file uuid references files.file (id),
  post uuid references registry.post (id),
  verified_by uuid references registry.post (id),
  verified_at timestamptz,
  replaces uuid references measure.observation (id),
  recorded_at timestamptz not null,
  check (to_day >= from_day)
);
create index observation_by_indicator on measure.observation (indicator, organisation, to_day);
create unique index observation_replaced_once on measure.observation (replaces) where replaces is not null;
comment on table measure.observation is 'A figure of an organisation (or of all, null) in a period; a correction replaces, it never overwrites';

create table measure.alias (
  indicator uuid not null references measure.indicator (id),
  frame text not null,
  code text not null,
  names jsonb not null,
  primary key (indicator, frame)
);
comment on table measure.alias is 'What a partner calls the indicator in its own report';

create schema portfolio;

create table portfolio.entry (
  id uuid primary key,
  person uuid not null references registry.person (id),
  kind text not null,
  about_kind text not null,
  about uuid not null,
  title text not null,
  language text not null,
  course text,
  modality text not null,
  domain text,
  programme text,
  post uuid references registry.post (id),
  post_type text,
  organisation uuid references registry.organisation (id),
  tier text,
  age_band text,
  from_day date not null,
  from_precision text not null default 'day' check (from_precision in ('year', 'month', 'day')),
  to_day date not null,
  minutes integer,
  outcome text not null check (outcome in ('attended', 'competent')),
  certainty text not null check (certainty in ('imported', 'claimed', 'verified')),
  source text not null,
  recorded_at timestamptz not null
);
-- Whoever was reached is counted by one pass over this index alone, in the order of persons.
create index portfolio_by_person on portfolio.entry (person, to_day desc, id)
  include (organisation, tier, modality, programme, certainty, outcome);
create index portfolio_by_day on portfolio.entry (to_day, person);
create index portfolio_by_course on portfolio.entry (course, person) where course is not null;
create index portfolio_by_about on portfolio.entry (about);
create index portfolio_by_organisation on portfolio.entry (organisation, to_day);
create index portfolio_by_programme on portfolio.entry (programme);
comment on table portfolio.entry is 'What a person took part in, kept with the person wherever she goes; people reached are counted from this table alone';

create schema publication;

create table publication.release (
  id uuid primary key,
  kind text not null,
  about uuid not null,
  number smallint not null check (number > 0),
  state text not null check (state in ('draft', 'reply_open', 'released', 'corrected', 'withdrawn')),
  title jsonb not null,
  period_from date,
  period_to date,
  reply_until date,
  content jsonb not null,
  definitions jsonb not null,
  content_hash bytea not null,
  reason text,
  withdrawn_why text,
  replaces uuid references publication.release (id),
  post uuid references registry.post (id),
  recorded_at timestamptz not null,
  released_at timestamptz,
  unique (about, number)
);
create index release_by_kind on publication.release (kind, released_at desc);
comment on table publication.release is 'A frozen copy with its definitions; a correction is the next number and says why';

create table publication.reply (
  id uuid primary key,
  release uuid not null references publication.release (id),
  organisation uuid not null references registry.organisation (id),
  post uuid references registry.post (id),
  text text not null,
  language text not null,
  recorded_at timestamptz not null
);
create index reply_by_release on publication.reply (release);
