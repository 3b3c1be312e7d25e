alter table tasks add column repeat text;
comment on column tasks.repeat is 'RFC 5545. Stands at the one open task of a series: when that is done or cancelled, the rule goes on to the next.';
select journal_track('tasks');
