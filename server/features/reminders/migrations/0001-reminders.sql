-- Reminders that have fallen due; nothing stands here of those to come: the sweep finds them among the tasks. Notices, not business
-- data: never in the journal, never undone.
create table reminders (
  id bigint generated always as identity primary key,
  person_id bigint not null references people (id) on delete cascade,
  task_id bigint not null,
  kind text not null,
  moment timestamptz not null,
  about timestamptz not null,
  due_at timestamptz not null,
  told_at timestamptz,
  read_at timestamptz
);
comment on column reminders.task_id is 'No foreign key: a task that was deleted comes back by an undo, and is not reminded of twice.';
comment on column reminders.moment is 'When it was due at first; with the task, the person and the kind it makes a reminder one.';
comment on column reminders.about is 'The moment of the task that it speaks of: a task that has moved on is not shown under the old one.';
comment on column reminders.due_at is 'When it is to be told: at first its moment, later until when it was put off.';
comment on column reminders.told_at is 'Null: put off, and not told again yet.';
-- Never twice.
create unique index reminders_once on reminders (task_id, person_id, kind, moment);
-- The bell of one person, newest first.
create index reminders_person on reminders (person_id, due_at desc, id desc);
-- The sweep: what was put off until now.
create index reminders_waiting on reminders (due_at) where told_at is null;
-- The nightly clearing.
create index reminders_due on reminders (due_at);

-- What a person wants to be reminded of; without a row the usual.
create table reminder_settings (
  person_id bigint primary key references people (id) on delete cascade,
  minutes integer not null,
  at_deadline boolean not null,
  when_overdue boolean not null
);

-- How far the sweep has come: one row.
create table reminder_sweeps (
  id bigint primary key check (id = 1),
  swept_until timestamptz not null
);
