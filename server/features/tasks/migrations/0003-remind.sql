alter table tasks add column remind integer;
comment on column tasks.remind is 'Minutes before `at` at which its manager is reminded; null: as the manager has set for all tasks; -1: never.';
select journal_track('tasks');

-- When a task of its own setting is to be reminded of; one without an hour counts as nine in the morning of its day.
create function remind_moment(at timestamptz, has_time boolean, minutes integer) returns timestamp language sql immutable parallel safe as $$
  select (at at time zone 'UTC') + make_interval(mins => case when has_time then 0 else 540 end - minutes)
$$;
-- The sweep of reminders: what has fallen due since the last one.
create index tasks_remind on tasks (remind_moment(at, has_time, remind)) where is_open and remind >= 0;

create or replace view pub_tasks as
  select id, type_id, state_id, manager_id, client_id, at, day, is_open, has_time, deadline, remind from tasks;
