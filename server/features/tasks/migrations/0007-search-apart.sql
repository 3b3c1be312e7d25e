-- Each of the two long texts is searched in a column of its own: what is found in both together had to be folded anew, row by row, to
-- know in which of them it stands, and the planner could not tell how many rows there are of it.
alter table tasks
  drop column text_folded,
  add column description_folded text generated always as (fold_text(description)) stored,
  add column results_folded text generated always as (fold_text(results)) stored;
create index tasks_description_search on tasks using gin (description_folded gin_trgm_ops);
create index tasks_results_search on tasks using gin (results_folded gin_trgm_ops);
select journal_track('tasks');
-- Without figures of the new columns the planner would read the whole table.
analyze tasks;
