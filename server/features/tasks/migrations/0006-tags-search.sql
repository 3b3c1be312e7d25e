-- Search in the column of tags, and by all columns at once.
alter table tasks add column tags_folded text generated always as (fold_tags(tags)) stored;
create index tasks_tags_search on tasks using gin (tags_folded gin_trgm_ops);
select journal_track('tasks');
-- Without figures of the new column the planner would read the whole table.
analyze tasks (tags_folded);
