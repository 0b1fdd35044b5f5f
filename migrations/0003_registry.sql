-- Who exists: territories, organisations, posts, people and the dated assignments that join them.
create schema registry;

create table registry.territory (
  id uuid primary key,
  tier text not null
);

create table registry.territory_version (
  territory uuid not null references registry.territory (id),
  from_day date not null,
  to_day date,
  code text not null,
  name text not null,
  parent uuid references registry.territory (id),
  population integer,
  households integer,
  source text not null,
  primary key (territory, from_day),
  check (to_day is null or to_day > from_day)
);
create index territory_by_parent on registry.territory_version (parent);
create index territory_by_code on registry.territory_version (code);
create index territory_by_name on registry.territory_version (lower(name));
comment on table registry.territory_version is 'What a territory was called and where it lay, from a day until before another';

create table registry.boundary (
  territory uuid not null references registry.territory (id),
  from_day date not null,
  geometry jsonb not null,
  source text not null,
  primary key (territory, from_day)
);

create table registry.organisation (
  id uuid primary key,
  kind text not null check (kind in ('association', 'local_government', 'administration', 'partner', 'provider', 'public_body')),
  code text not null unique,
  name text not null,
  names jsonb,
  short_name text,
  tier text,
  context_group text,
  size_class text,
  phone text,
  email text,
  from_day date not null,
  to_day date
);
create index organisation_by_name on registry.organisation (lower(name));
create index organisation_by_tier on registry.organisation (tier, name);

create table registry.governs (
  organisation uuid not null references registry.organisation (id),
  territory uuid not null references registry.territory (id),
  from_day date not null,
  to_day date,
  primary key (organisation, territory, from_day)
);
create index governs_by_territory on registry.governs (territory);

create table registry.membership (
  association uuid not null references registry.organisation (id),
  member uuid not null references registry.organisation (id),
  via uuid references registry.organisation (id),
  legal_personality boolean not null,
  from_day date not null,
  to_day date,
  primary key (association, member, from_day)
);
create index membership_by_member on registry.membership (member);

create table registry.person (
  id uuid primary key,
  full_name text not null,
  given_name text,
  sort_name text not null,
  sex text check (sex in ('F', 'M')),
  birth_year smallint,
  disability boolean,
  language text not null default 'rw',
  merged_into uuid references registry.person (id),
  recorded_at timestamptz not null default now(),
  check (merged_into is null or merged_into <> id)
);
create index person_by_name on registry.person (sort_name, id);
create index person_merged on registry.person (merged_into) where merged_into is not null;
comment on column registry.person.disability is 'Said by the person herself; null when not said';

create table registry.contact (
  id uuid primary key,
  person uuid not null references registry.person (id),
  kind text not null check (kind in ('phone', 'email')),
  value text not null,
  shared boolean not null default false,
  from_day date not null,
  to_day date
);
create index contact_by_person on registry.contact (person);
create index contact_by_value on registry.contact (value);

create table registry.qualification (
  id uuid primary key,
  person uuid not null references registry.person (id),
  level text not null,
  field text,
  title text,
  year smallint,
  certainty text not null check (certainty in ('imported', 'claimed', 'verified')),
  source text not null
);
create index qualification_by_person on registry.qualification (person);

create table registry.post (
  id uuid primary key,
  organisation uuid not null references registry.organisation (id),
  post_type text not null,
  seat smallint not null default 1 check (seat > 0),
  funded boolean not null default true,
  from_day date not null,
  to_day date,
  unique (organisation, post_type, seat)
);
create index post_by_type on registry.post (post_type, organisation);

create table registry.assignment (
  id uuid primary key,
  post uuid not null references registry.post (id),
  person uuid not null references registry.person (id),
  acting boolean not null default false,
  from_day date not null,
  from_precision text not null default 'day' check (from_precision in ('year', 'month', 'day')),
  to_day date,
  reason_left text,
  recorded_at timestamptz not null default now(),
  check (to_day is null or to_day >= from_day)
);
create index assignment_by_post on registry.assignment (post, from_day desc);
create index assignment_by_person on registry.assignment (person, from_day desc);
create unique index one_open_holder on registry.assignment (post) where to_day is null and not acting;
create unique index one_open_acting on registry.assignment (post) where to_day is null and acting;
comment on table registry.assignment is 'Who held a post from a day until before another; the post outlives the person';

-- The organisations below one organisation on a day, itself included: its territory's descendants and who governs them.
create function registry.below(root uuid, as_of date) returns table (organisation uuid)
language sql stable as $$
  with recursive inside (territory) as (
    select g.territory from registry.governs g
    where g.organisation = root and g.from_day <= as_of and (g.to_day is null or g.to_day > as_of)
    union
    select v.territory from inside i
    join registry.territory_version v on v.parent = i.territory
    where v.from_day <= as_of and (v.to_day is null or v.to_day > as_of)
  )
  select root
  union
  select g.organisation from inside i
  join registry.governs g on g.territory = i.territory
  where g.from_day <= as_of and (g.to_day is null or g.to_day > as_of)
$$;
