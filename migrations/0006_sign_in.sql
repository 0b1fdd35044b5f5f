-- Ways to sign in beside a password, and what waits between two steps of signing in.
alter table access.account
  add column password_set_at timestamptz,
  add column signed_in_at timestamptz;
comment on column access.account.totp_secret is 'Sealed with the installation''s key file; useless without it';
comment on column access.account.totp_last_step is 'The last time step whose code was used: a code works once';
comment on column access.account.demonstration is 'Signs in only where setting.fact holds "demonstration"';

alter table access.session
  add column device text,
  add column confirmed_at timestamptz not null default now();
comment on column access.session.device is 'Browser and system in two words, so that a person recognises her own sessions';
comment on column access.session.confirmed_at is 'When the person last proved that it is she: asked again before her ways to sign in change';

create table access.step (
  token_hash bytea primary key,
  kind text not null check (kind in ('code', 'code_setup', 'recovery_codes', 'passkey', 'provider', 'password', 'link_shown')),
  account uuid references access.account (id) on delete cascade,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index step_by_account on access.step (account, kind);
create index step_by_expiry on access.step (expires_at);
comment on table access.step is 'A step that waits for the next one: a password passed, a challenge sent, a link handed out; each is used once';

create table access.recovery_code (
  account uuid not null references access.account (id) on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (account, code_hash)
);

create table access.passkey (
  id text primary key,
  account uuid not null references access.account (id) on delete cascade,
  name text not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_by_account on access.passkey (account);

create table access.identity (
  issuer text not null,
  subject text not null,
  account uuid not null references access.account (id) on delete cascade,
  linked_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index identity_by_account on access.identity (account);
comment on table access.identity is 'A sign-in at an outside provider; linked by the person herself or an administrator, never by an e-mail address alone';
