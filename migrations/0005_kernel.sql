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
  address text,
  person uuid references registry.person (id),
  shared boolean not null default false,
  template text,
  subject_kind text,
  subject uuid,
  key text,
  reply_kind text,
  reply_code text,
  reply_until timestamptz,
  reply_open boolean not null default false,
  answered_at timestamptz,
  in_reply_to uuid references conversation.message (id),
  language text not null,
  title text,
  heads jsonb,
  body text,
  link text,
  urgent boolean not null default false,
  state text not null check (state in ('queued', 'sent', 'kept', 'failed', 'held', 'understood', 'not_understood', 'dealt_with')),
  reason text,
  reason_detail text,
  alphabet text check (alphabet in ('gsm', 'ucs2')),
  parts smallint,
  cost_minor integer,
  currency text,
  provider_id text,
  attempts smallint not null default 0,
  claimed_at timestamptz,
  recorded_at timestamptz not null default now(),
  settled_at timestamptz,
  erased_at timestamptz,
  check ((direction = 'in') = (state in ('understood', 'not_understood', 'dealt_with')))
);
create unique index message_key on conversation.message (key) where key is not null;
create unique index message_received_once on conversation.message (channel, provider_id) where direction = 'in';
create unique index message_open_code on conversation.message (channel, address, reply_code) where reply_open;
create index message_by_address on conversation.message (channel, address, recorded_at desc);
create index message_by_subject on conversation.message (subject, recorded_at desc);
create index message_by_person on conversation.message (person, recorded_at desc);
create index message_by_time on conversation.message (recorded_at desc, id);
create index message_waiting on conversation.message (recorded_at) where state = 'not_understood';
comment on table conversation.message is 'What was said to somebody and what came back. Address, title and body are erased by law, the rest stays';
comment on column conversation.message.key is 'Two messages with the same key are one message: a repeated act says nothing twice';
comment on column conversation.message.heads is 'The title in all three languages, for those who read the list';
comment on column conversation.message.shared is 'The address is a telephone that several people read: nothing personal was said on it';

create table conversation.opt_out (
  channel text not null check (channel in ('email', 'sms')),
  address text not null,
  since timestamptz not null default now(),
  primary key (channel, address)
);

create table conversation.reminder (
  duty text not null,
  post uuid not null references registry.post (id),
  due date not null,
  step smallint not null,
  recipient text not null,
  person uuid references registry.person (id),
  message uuid references conversation.message (id) on delete set null,
  on_day date not null,
  primary key (duty, post, due, step, recipient)
);
create index reminder_by_person on conversation.reminder (person, on_day desc);
comment on table conversation.reminder is 'A step of a duty''s ladder that was taken, so that it is never taken twice; step counts working days from the due day';

create table conversation.reminder_day (
  day date primary key,
  began_at timestamptz not null
);

-- Every change of a rule set or a code list gives them a new version, so that each process notices with its next request.
create function rules.note_change() returns trigger language plpgsql as $$
begin
  insert into setting.fact (name, value) values ('rules_version', to_jsonb(1))
  on conflict (name) do update set value = to_jsonb((setting.fact.value)::bigint + 1);
  return null;
end $$;
create trigger rule_set_changed after insert or update or delete on rules.rule_set
  for each statement execute function rules.note_change();
create trigger code_changed after insert or update or delete on rules.code
  for each statement execute function rules.note_change();
