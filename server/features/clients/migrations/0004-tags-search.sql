-- Search in the column of tags, and by all columns at once.
alter table clients add column tags_folded text generated always as (fold_tags(tags)) stored;
create index clients_tags_search on clients using gin (tags_folded gin_trgm_ops);
select journal_track('clients');
-- Without figures of the new column the planner would read the whole table.
analyze clients (tags_folded);
