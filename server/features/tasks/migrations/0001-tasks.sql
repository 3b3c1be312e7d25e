create table tasks (
  id bigint generated always as identity primary key,
  type_id bigint references directory_entries (id) deferrable,
  state_id bigint not null references directory_entries (id) deferrable,
  manager_id bigint references people (id) deferrable,
  client_id bigint references clients (id) deferrable,
  description text not null default '',
  results text not null default '',
  cancel_reason text not null default '',
  at timestamptz,
  has_time boolean not null default false,
  day date,
  minutes integer,
  deadline timestamptz,
  set_at timestamptz not null,
  done_at timestamptz,
  author_id bigint references people (id) deferrable,
  is_open boolean not null,
  tags text[] not null default '{}',
  text_folded text generated always as (fold_text(description || ' ' || results)) stored,
  version integer not null default 1,
  constraint day_goes_with_moment check ((at is null) = (day is null))
);
comment on column tasks.at is 'Planned, or when done the actual, moment; without a time of day the start of the day in the firm''s zone.';
comment on column tasks.day is 'The day of `at` in the firm''s zone: what intervals, the calendar and its cells go by.';
comment on column tasks.is_open is 'Whether the state means that something is left to do; kept beside it for lists of what is overdue.';
-- The list by date, forwards and backwards with the undated last; intervals.
create index tasks_at on tasks (at, id);
create index tasks_at_desc on tasks (at desc nulls last, id desc);
-- The list of an interval, and the calendar, which counts and sums minutes by day and manager from the index alone, of what is open or of some types too.
create index tasks_day on tasks (day, manager_id, state_id) include (minutes, is_open, type_id);
-- One manager's tasks by state and date; "own" and "group" rights.
create index tasks_manager on tasks (manager_id, state_id, at, id);
create index tasks_manager_at on tasks (manager_id, at, id);
-- The tasks of a client, and lists by the client's name.
create index tasks_client on tasks (client_id, at, id);
-- The last task done for a client, on paper.
create index tasks_client_done on tasks (client_id, done_at desc) where done_at is not null;
-- Filters and sorting by state and type; what uses an entry.
create index tasks_state on tasks (state_id, at, id);
create index tasks_type on tasks (type_id, at, id);
create index tasks_author on tasks (author_id);
-- What one manager has left to do, by date.
create index tasks_manager_open on tasks (manager_id, at, id) where is_open;
-- Overdue: few of very many.
create index tasks_open on tasks (at, id) where is_open;
create index tasks_deadline on tasks (deadline, id) where is_open and deadline is not null;
-- Sorting by deadline and by the date set.
create index tasks_by_deadline on tasks (deadline, id);
create index tasks_set_at on tasks (set_at, id);
create index tasks_done_at on tasks (done_at, id);
-- Search by first digits of the number, in the texts, and by tags.
create index tasks_number on tasks ((id::text) text_pattern_ops);
create index tasks_text_search on tasks using gin (text_folded gin_trgm_ops);
create index tasks_tags on tasks using gin (tags);
select journal_track('tasks');

create view pub_tasks as select id, type_id, state_id, manager_id, client_id, at, day, is_open from tasks;
