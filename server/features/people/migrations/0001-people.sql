create table firms (
  id bigint primary key check (id = 1),
  name text not null,
  locale text not null,
  time_zone text not null,
  country text not null,
  default_interval text not null default 'week',
  version integer not null default 1
);
comment on table firms is 'The one firm of this house. Its time zone decides what a day is.';
select journal_track('firms');

create table roles (
  id bigint generated always as identity primary key,
  name text not null,
  keeper boolean not null default false,
  rights jsonb not null,
  version integer not null default 1
);
select journal_track('roles');

create table people (
  id bigint generated always as identity primary key,
  name text not null,
  email text,
  phone text not null default '',
  position text not null default '',
  group_id bigint references groups (id) deferrable,
  role_id bigint not null references roles (id) deferrable,
  status text not null check (status in ('invited', 'active', 'blocked')),
  version integer not null default 1
);
-- Sign-in by e-mail; two people cannot share one.
create unique index people_email on people (email);
-- The directory of managers by group, and "group" rights.
create index people_group on people (group_id);
create index people_role on people (role_id);
select journal_track('people');

-- What other slices may know of people.
create view pub_people as select id, name, group_id, status from people;
create view pub_firm as select name, locale, time_zone, country from firms;

-- "With demo data" in the settings (people.me): is there a filling that was not removed?
create index operations_demo on operations (id) where name = 'demo.fill' and undone_by is null;

-- Secrets and traces: never in the journal, never undone.
create table credentials (
  person_id bigint primary key references people (id) on delete cascade,
  password_hash text not null,
  changed_at timestamptz not null
);
create table sessions (
  id bigint generated always as identity primary key,
  person_id bigint not null references people (id) on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  agent text not null
);
-- The list of one's sessions; ending all of a blocked person.
create index sessions_person on sessions (person_id);
create table invitations (
  id bigint generated always as identity primary key,
  person_id bigint not null references people (id) on delete cascade,
  token_hash bytea not null unique,
  expires_at timestamptz not null
);
create index invitations_person on invitations (person_id);
create table sign_in_attempts (
  at timestamptz not null,
  email text not null,
  address text not null
);
-- Limits of attempts, per e-mail and per address.
create index sign_in_attempts_email on sign_in_attempts (email, at);
create index sign_in_attempts_address on sign_in_attempts (address, at);
create table appearances (
  person_id bigint primary key references people (id) on delete cascade,
  appearance jsonb not null
);
