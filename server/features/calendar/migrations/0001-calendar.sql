create table work_weeks (
  id bigint generated always as identity primary key,
  person_id bigint references people (id) on delete cascade deferrable,
  week jsonb not null,
  version integer not null default 1
);
comment on table work_weeks is 'Working hours, Monday to Sunday. person_id null: the firm''s, for whoever has none of their own.';
-- One week a person, and one of the firm.
create unique index work_weeks_person on work_weeks (person_id) nulls not distinct;
select journal_track('work_weeks');

create table absences (
  id bigint generated always as identity primary key,
  person_id bigint not null references people (id) on delete cascade deferrable,
  kind text not null,
  from_day date not null,
  to_day date not null,
  note text not null default '',
  version integer not null default 1,
  constraint absence_goes_forward check (from_day <= to_day)
);
-- The capacity of the days shown, and the absences in the card of a manager.
create index absences_person on absences (person_id, to_day);
select journal_track('absences');

create table holidays (
  id bigint generated always as identity primary key,
  day date not null,
  name text not null,
  working boolean not null default false,
  version integer not null default 1
);
comment on column holidays.working is 'True: a weekend on which one works, moved there from elsewhere.';
-- One meaning a day; the days of an interval or a year.
create unique index holidays_day on holidays (day);
select journal_track('holidays');

-- Secret addresses by which people subscribe to their own tasks: never in the journal, never undone.
create table calendar_feeds (
  person_id bigint primary key references people (id) on delete cascade,
  token_hash bytea not null unique,
  opened_at timestamptz not null
);
