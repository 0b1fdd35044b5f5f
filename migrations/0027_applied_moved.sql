-- Achievements: what people did at work is counted from commitments; a row tells that one of them moved, as for people reached.
alter table achievements.moved drop constraint moved_what_check;
alter table achievements.moved add constraint moved_what_check check (what in ('reach', 'applied'));
comment on table achievements.moved is 'One row a statement that changed what figures are counted from, people reached or tasks applied at work: how many a reader sees tells whether her figures still hold';

create function achievements.note_applied() returns trigger language plpgsql as $$
begin
  insert into achievements.moved (what) values ('applied');
  return null;
end $$;
create trigger applied_moved after insert or delete on commitment.commitment for each statement execute function achievements.note_applied();
create trigger applied_moved after insert or delete or update of commitment, side, answer, due on commitment.reading for each statement execute function achievements.note_applied();
