-- What stands behind presence: lists and call logs kept as they came, the rate of the per-diem, tries of a PIN.
create schema attendance;

create table attendance.evidence (
  id uuid primary key,
  gathering uuid not null references gathering.gathering (id),
  part uuid references gathering.part (id),
  kind text not null check (kind in ('paper', 'call_log')),
  name text not null,
  file uuid references files.file (id),
  signed_on date not null,
  state text not null check (state in ('draft', 'taken', 'dropped')),
  post uuid references registry.post (id),
  recorded_at timestamptz not null
);
create index evidence_by_gathering on attendance.evidence (gathering, recorded_at);
comment on table attendance.evidence is 'A paper list typed in, or a call’s log imported; presence rows name it as their source';

create table attendance.log_row (
  evidence uuid not null references attendance.evidence (id),
  number integer not null check (number > 0),
  name text not null,
  email text not null,
  phone text not null,
  from_at timestamptz,
  to_at timestamptz,
  participant uuid references gathering.participant (id),
  found_by text check (found_by in ('code', 'email', 'phone', 'name', 'hand')),
  problem jsonb,
  left_out boolean not null default false,
  primary key (evidence, number)
);
create index log_row_by_participant on attendance.log_row (participant);
comment on table attendance.log_row is 'One line of a call’s log as it came; kept also when nobody was found for it or it could not be read';

create table attendance.rate (
  id uuid primary key,
  gathering uuid not null references gathering.gathering (id),
  amount bigint not null check (amount >= 0),
  currency char(3) not null,
  source text not null,
  post uuid references registry.post (id),
  recorded_at timestamptz not null
);
create index rate_by_gathering on attendance.rate (gathering, recorded_at desc);
comment on table attendance.rate is 'Per-diem for a day present, in the smallest unit; the newest stands';

create table attendance.attempt (
  participant uuid not null references gathering.participant (id),
  at timestamptz not null
);
create index attempt_by_participant on attendance.attempt (participant, at desc);
comment on table attendance.attempt is 'A PIN that was wrong: four digits are worth something only when they cannot be tried one after another';
