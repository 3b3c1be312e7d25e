create table directory_entries (
  id bigint generated always as identity primary key,
  directory text not null check (directory in ('taskTypes', 'taskStates', 'clientStatuses', 'clientTypes', 'clientOrigins')),
  name text not null,
  name_folded text generated always as (fold_text(name)) stored,
  group_id bigint references groups (id) deferrable,
  tint text,
  meaning text check (meaning in ('open', 'done', 'cancelled')),
  position integer not null,
  archived boolean not null default false,
  version integer not null default 1,
  -- A state that means nothing would leave the house guessing whether a task is still to be done.
  constraint state_has_meaning check ((directory = 'taskStates') = (meaning is not null))
);
-- Pickers and lists show a directory in its own order.
create index directory_entries_order on directory_entries (directory, position, id);
create index directory_entries_group on directory_entries (group_id);
select journal_track('directory_entries');

create view pub_entries as select id, directory, name, name_folded, group_id, tint, meaning, position, archived from directory_entries;
