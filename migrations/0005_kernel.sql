-- Small shared records: rule sets and code lists of the country pack, links between records, signatures.
create schema rules;

create table rules.rule_set (
  code text not null,
  from_day date not null,
  to_day date,
  value jsonb not null,
  title jsonb not null,
  source text not null,
  unconfirmed boolean not null,
  primary key (code, from_day)
);

create table rules.code (
  list text not null,
  code text not null,
  position integer not null,
  names jsonb not null,
  flags jsonb not null default '{}',
  from_day date not null,
  to_day date,
  primary key (list, code, from_day)
);

create schema trace;

create table trace.link (
  id uuid primary key,
  relation text not null,
  from_kind text not null,
  from_id uuid not null,
  to_kind text not null,
  to_id uuid not null,
  proved boolean not null default true,
  made_at timestamptz not null default now(),
  unique (from_id, to_id, relation)
);
create index link_backwards on trace.link (to_id);

create schema signature;

create table signature.sheet (
  id uuid primary key,
  subject_kind text not null,
  subject uuid not null,
  content_hash bytea not null,
  content jsonb not null,
  opened_at timestamptz not null default now(),
  closed_at timestamptz
);
create index sheet_by_subject on signature.sheet (subject);

create table signature.place (
  sheet uuid not null references signature.sheet (id),
  position smallint not null,
  part text not null,
  post uuid references registry.post (id),
  person uuid references registry.person (id),
  signed_by_post uuid references registry.post (id),
  signed_by uuid references registry.person (id),
  signed_at timestamptz,
  on_paper uuid references files.file (id),
  instead_because text,
  reservation text,
  primary key (sheet, position)
);
create index place_by_post on signature.place (post) where signed_at is null;

create schema conversation;

create table conversation.message (
  id uuid primary key,
  direction text not null check (direction in ('out', 'in')),
  channel text not null check (channel in ('email', 'sms')),
  address text not null,
  person uuid references registry.person (id),
  subject_kind text,
  subject uuid,
  reply_code text,
  in_reply_to uuid references conversation.message (id),
  language text not null,
  title text,
  body text not null,
  state text not null check (state in ('queued', 'sent', 'failed', 'held', 'received', 'understood', 'not_understood')),
  failure text,
  cost_minor integer,
  currency text,
  recorded_at timestamptz not null default now(),
  settled_at timestamptz
);
create index message_by_address on conversation.message (channel, address, recorded_at desc);
create index message_by_subject on conversation.message (subject);
create index message_by_time on conversation.message (recorded_at desc);
create unique index message_open_code on conversation.message (address, reply_code) where direction = 'out' and reply_code is not null and state in ('queued', 'sent');

create table conversation.opt_out (
  channel text not null,
  address text not null,
  since timestamptz not null default now(),
  primary key (channel, address)
);
