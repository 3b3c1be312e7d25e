-- What happened, and who still has to react: rows of the same commit as the change itself.
create table events (
  id bigint generated always as identity primary key,
  operation bigint not null,
  at timestamptz not null,
  name text not null,
  ids bigint[] not null,
  owners bigint[] not null default '{}',
  details jsonb not null default '{}'
);
-- The nightly clearing of old events.
create index events_at on events (at);

create table jobs (
  id bigint generated always as identity primary key,
  listener text not null,
  event_id bigint references events (id),
  run_at timestamptz not null default now(),
  attempts integer not null default 0,
  last_fault text,
  stuck_at timestamptz
);
-- The runner takes what is due, oldest first.
create index jobs_due on jobs (run_at, id) where stuck_at is null;
-- Events that still have a job are not cleared.
create index jobs_event on jobs (event_id);

-- What the schedule has last run, so that each turn is run once by whichever process comes first.
create table schedule_turns (
  name text primary key,
  last_turn timestamptz not null
);
