-- Imports and their plans: staging, not business. Never journalled; what an import does to clients and tasks is.
create table imports (
  id bigint generated always as identity primary key,
  owner_id bigint not null references people (id) on delete cascade,
  kind text not null check (kind in ('clients', 'tasks')),
  file_id bigint not null references files (id),
  status text not null check (status in ('read', 'planning', 'planned', 'running', 'done', 'stopped', 'failed')),
  turn integer not null default 0,
  file jsonb not null,
  suggested jsonb not null,
  mapping jsonb,
  options jsonb,
  progress integer not null default 0,
  total integer not null default 0,
  counts jsonb,
  makes jsonb not null default '[]',
  fault jsonb,
  operation_id bigint,
  created_at timestamptz not null
);
comment on column imports.turn is 'Grows with each planning and running, so that a job that was stopped does not take up the next one.';
-- One's own imports, newest first.
create index imports_owner on imports (owner_id, id desc);
-- Whether an upload is still needed.
create index imports_file on imports (file_id);

create table import_rows (
  import_id bigint not null references imports (id) on delete cascade,
  line integer not null,
  outcome text not null check (outcome in ('made', 'changed', 'same', 'duplicate', 'refused')),
  target_id bigint,
  target_version integer,
  twin integer,
  title text not null,
  company boolean not null default false,
  input jsonb not null default '{}',
  changes jsonb not null default '[]',
  reasons jsonb not null default '[]',
  cells text[],
  primary key (import_id, line)
);
comment on column import_rows.input is 'The record as the row gives it, in the words of its contract; a text in the place of an id is a name that is made along.';
comment on column import_rows.company is 'The name is a company''s: an equal name is the same client whatever its telephones.';
-- The preview by outcome, and the rows that a run goes through.
create index import_rows_outcome on import_rows (import_id, outcome, line);
