-- Sign-in and what a signed-in person acts as.
create schema access;

create table access.account (
  id uuid primary key,
  person uuid not null unique references registry.person (id),
  login text not null,
  password_hash text,
  totp_secret bytea,
  totp_last_step bigint,
  demonstration boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index account_login on access.account (lower(login));

create table access.session (
  token_hash bytea primary key,
  account uuid not null references access.account (id) on delete cascade,
  assignment uuid references registry.assignment (id),
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  second_factor boolean not null default false
);
create index session_by_account on access.session (account);

create table access.attempt (
  scope text not null,
  subject text not null,
  window_start timestamptz not null,
  attempts integer not null,
  primary key (scope, subject, window_start)
);
comment on table access.attempt is 'Counters of the rate limits; subject is a salted hash, never an address';
