-- Certificates: what was decided about each learner by the rule, exceptions with their reason, and the papers that were issued.
create schema certificates;

create table certificates.exception (
  id uuid primary key,
  session uuid not null,
  enrolment uuid not null,
  reason text not null,
  language text not null check (language in ('en', 'fr', 'rw')),
  state text not null check (state in ('asked', 'granted', 'refused')),
  asked_post uuid references registry.post (id),
  asked_person uuid references registry.person (id),
  decided_post uuid references registry.post (id),
  decided_person uuid references registry.person (id),
  answer text,
  asked_at timestamptz not null,
  decided_at timestamptz
);
create unique index exception_open on certificates.exception (enrolment) where state in ('asked', 'granted');
create index exception_by_session on certificates.exception (session, state);
comment on table certificates.exception is 'Somebody is to be competent although the rule says no: asked for by one post, granted by another that did not take attendance';

create table certificates.certificate (
  id uuid primary key,
  number text not null unique,
  code text not null unique,
  session uuid not null,
  enrolment uuid not null,
  person uuid not null references registry.person (id),
  content jsonb not null,
  content_hash bytea not null,
  state text not null check (state in ('valid', 'withdrawn')),
  replaces uuid references certificates.certificate (id),
  withdrawn_why text check (withdrawn_why in ('wrong_name', 'wrong_content', 'outcome_changed', 'asked_by_holder')),
  withdrawn_note text,
  withdrawn_at timestamptz,
  issued_on date not null,
  issued_at timestamptz not null,
  post uuid references registry.post (id)
);
create unique index certificate_valid_once on certificates.certificate (enrolment) where state = 'valid';
create unique index certificate_replaced_once on certificates.certificate (replaces) where replaces is not null;
create index certificate_by_session on certificates.certificate (session);
create index certificate_by_person on certificates.certificate (person, issued_on desc);
create index certificate_by_day on certificates.certificate (issued_on desc, id);
comment on table certificates.certificate is 'A paper as it was issued: “content” never changes; a wrong one is withdrawn and another number replaces it. The code is in its QR and cannot be guessed';
