-- The journal's whole rows are composed of just the columns that it keeps: a third less work for each row that is written.
-- Nulls are left out; json columns are kept as they are, nulls inside them too. A deleted row keeps its last version, so that it
-- can come back with a later one.
create or replace function journal_whole_row(target regclass, alias text, with_version boolean) returns text language sql stable as $$
  select concat_ws(' || ',
    format('jsonb_strip_nulls((select to_jsonb(r) from (select %s) r))', string_agg(format('%I.%I', alias, name), ', ' order by n) filter (where not is_json)),
    'jsonb_build_object(' || string_agg(format('%L, %I.%I', name, alias, name), ', ' order by n) filter (where is_json) || ')')
  from (
    select c.name, c.is_json, row_number() over () as n from journal_columns(target) c
    union all select 'version', false, 0 where with_version) columns
$$;

select journal_track(tgrelid) from pg_trigger where tgname = 'journal_insert';
