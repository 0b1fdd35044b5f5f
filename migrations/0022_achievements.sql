-- Achievements: stories with consent, reports that are frozen and released, lists of past trainings, and what tells that figures moved.
create schema achievements;

create table achievements.story (
  id uuid primary key,
  organisation uuid not null references registry.organisation (id),
  person uuid references registry.person (id),
  post uuid references registry.post (id),
  place text not null,
  changed text not null,
  language text not null check (language in ('en', 'fr', 'rw')),
  domain text,
  programme text,
  about_kind text,
  about uuid,
  day date not null,
  consent text not null check (consent in ('named', 'anonymous', 'withdrawn')),
  asked text not null check (asked in ('named', 'anonymous')),
  consent_way text not null check (consent_way in ('scan', 'tick')),
  consent_day date not null,
  file uuid references files.file (id),
  withdrawn_on date,
  told_by uuid references registry.post (id),
  recorded_at timestamptz not null,
  check ((consent = 'withdrawn') = (withdrawn_on is not null)),
  check (consent_way = 'tick' or file is not null)
);
create index story_by_day on achievements.story (day desc, id);
create index story_by_person on achievements.story (person) where person is not null;
comment on table achievements.story is 'What changed, in the words of whoever it changed for; never rewritten. “asked” is what she agreed to, “consent” what holds now';
comment on column achievements.story.place is 'Her post and place as they may be printed when she is not named';

create table achievements.report (
  id uuid primary key,
  reference text not null unique,
  organisation uuid not null references registry.organisation (id),
  view text not null check (view in ('association', 'partner')),
  programme text,
  frame text,
  from_day date not null,
  to_day date not null,
  language text not null check (language in ('en', 'fr', 'rw')),
  compares uuid references publication.release (id),
  post uuid references registry.post (id),
  recorded_at timestamptz not null,
  check (to_day >= from_day),
  check ((view = 'partner') = (programme is not null))
);
create index report_by_time on achievements.report (recorded_at desc, id);
comment on table achievements.report is 'What a report is about; its figures stand in its releases (publication.release), never here';

create table achievements.past_list (
  id uuid primary key,
  file uuid not null references files.file (id),
  file_name text not null,
  digest bytea not null,
  programme text,
  modality text not null,
  state text not null check (state in ('ready', 'running', 'done', 'dropped')),
  summary jsonb not null,
  headers jsonb not null,
  post uuid references registry.post (id),
  person uuid references registry.person (id),
  checked_at timestamptz not null,
  settled_at timestamptz
);
create index past_list_by_time on achievements.past_list (checked_at desc, id);
create unique index past_list_done_once on achievements.past_list (digest) where state = 'done';
comment on table achievements.past_list is 'A list of past trainings: checked, looked at by a person, then taken or set aside';

create table achievements.past_row (
  list uuid not null references achievements.past_list (id),
  position integer not null,
  "row" integer not null,
  outcome text not null check (outcome in ('new', 'same', 'rejected', 'to_check')),
  name text not null default '',
  told jsonb not null,
  source jsonb not null,
  entry uuid,
  person uuid references registry.person (id),
  primary key (list, position)
);
create index past_row_by_person on achievements.past_row (person) where person is not null;
comment on table achievements.past_row is 'A row of such a list: what it becomes, or what is wrong with it';

create table achievements.moved (
  id bigint primary key generated always as identity,
  what text not null check (what in ('reach'))
);
comment on table achievements.moved is 'One row a statement that changed what people reached are counted from: how many a reader sees tells whether her figures still hold';

create function achievements.note_move() returns trigger language plpgsql as $$
begin
  insert into achievements.moved (what) values ('reach');
  return null;
end $$;
create trigger reach_moved after insert or update or delete on portfolio.entry for each statement execute function achievements.note_move();
create trigger reach_moved after update of merged_into, sex on registry.person for each statement execute function achievements.note_move();
