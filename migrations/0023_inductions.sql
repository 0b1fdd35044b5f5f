-- Inductions: who is new in a post, since when, due when, and whether she has been inducted, worked out once and kept up to date.
-- What a row of owed says of a person, a post and an organisation it has from its holding, which alone it leans on.
create schema inductions;

create table inductions.owed (
  assignment uuid primary key references registry.assignment (id) on delete cascade,
  person uuid not null,
  sex text check (sex in ('F', 'M')),
  post uuid not null,
  organisation uuid not null,
  post_type text not null,
  track text not null check (track in ('staff', 'leaders')),
  since date not null,
  left_on date,
  due date not null,
  inducted_on date,
  certainty text check (certainty in ('verified', 'imported')),
  counted boolean not null,
  followed boolean not null,
  check ((inducted_on is null) = (certainty is null))
);
create index owed_by_due on inductions.owed (due, person) include (inducted_on, certainty, followed, organisation, track, sex) where counted;
create index owed_late on inductions.owed (due, person) where counted and inducted_on is null;
create index owed_by_organisation on inductions.owed (organisation, due) where counted;
create index owed_by_person on inductions.owed (person, since);
comment on table inductions.owed is 'Each holding of a post that owes an induction. counted: not left before the day due without one; followed: the same person has a later one';

create table inductions.touched (person uuid not null);
comment on table inductions.touched is 'People whose holdings, inductions or merging changed since owed was last renewed, as often as they did';

create table inductions.renewed (
  single boolean primary key default true check (single),
  rules jsonb not null
);
comment on table inductions.renewed is 'The rules that owed was worked out by: with others, all of it is worked out anew';

create index assignment_by_start on registry.assignment (from_day) where not acting;
create index portfolio_inductions on portfolio.entry (person, to_day) where modality = 'induction';

-- Whatever writes holdings, entries, merges or posts notes the people in its own transaction; no lock is taken and nothing is worked out then.
create function inductions.touch_holders() returns trigger language plpgsql as $$
begin
  insert into inductions.touched (person) select distinct person from changed where not acting;
  return null;
end $$;
create trigger inductions_begun after insert on registry.assignment
  referencing new table as changed for each statement execute function inductions.touch_holders();
create trigger inductions_now after update on registry.assignment
  referencing new table as changed for each statement execute function inductions.touch_holders();
create trigger inductions_before after update on registry.assignment
  referencing old table as changed for each statement execute function inductions.touch_holders();
create trigger inductions_ended after delete on registry.assignment
  referencing old table as changed for each statement execute function inductions.touch_holders();

create function inductions.touch_inducted() returns trigger language plpgsql as $$
begin
  insert into inductions.touched (person) select distinct person from changed where modality = 'induction';
  return null;
end $$;
create trigger inductions_written after insert on portfolio.entry
  referencing new table as changed for each statement execute function inductions.touch_inducted();
create trigger inductions_now after update on portfolio.entry
  referencing new table as changed for each statement execute function inductions.touch_inducted();
create trigger inductions_before after update on portfolio.entry
  referencing old table as changed for each statement execute function inductions.touch_inducted();
create trigger inductions_dropped after delete on portfolio.entry
  referencing old table as changed for each statement execute function inductions.touch_inducted();

create function inductions.touch_person() returns trigger language plpgsql as $$
begin
  insert into inductions.touched (person)
  select one.person from before b join after a on a.id = b.id cross join lateral (values (a.id), (a.merged_into), (b.merged_into)) one (person)
  where (a.merged_into, a.sex) is distinct from (b.merged_into, b.sex) and one.person is not null;
  return null;
end $$;
create trigger inductions_changed after update on registry.person
  referencing old table as before new table as after for each statement execute function inductions.touch_person();

create function inductions.touch_moved() returns trigger language plpgsql as $$
begin
  insert into inductions.touched (person)
  select distinct h.person from before b join after a on a.id = b.id join registry.assignment h on h.post = a.id
  where a.organisation <> b.organisation or a.post_type <> b.post_type;
  return null;
end $$;
create trigger inductions_moved after update on registry.post
  referencing old table as before new table as after for each statement execute function inductions.touch_moved();
