alter table tasks add column rule_day date;
comment on column tasks.rule_day is 'The day of its rule that a task which repeats stands for; it may have been moved since. Null: its own day.';
select journal_track('tasks');
