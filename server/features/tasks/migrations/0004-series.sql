alter table tasks add column series bigint;
comment on column tasks.series is 'The first task of the series that this one came of; null: it came of none.';
select journal_track('tasks');
-- After an undo: of a series one open task carries the rule.
create index tasks_series on tasks (coalesce(series, id)) where is_open and repeat is not null;
