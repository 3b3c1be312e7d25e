-- What undo asks of the journal (journal/undo.ts).

-- Merges json objects in the order given; later ones win.
create aggregate merge_oldest(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}');

-- The columns that an operation changed and that are still as it left them. Of columns that say one thing together
-- (sets of names in `together`) all are, or none of them counts.
create function columns_to_restore(now_is jsonb, left_as jsonb, together jsonb) returns text[] language sql immutable as $$
  with kept as (
    select key as name, coalesce(now_is -> key, 'null') = value as same from jsonb_each(left_as))
  select coalesce(array_agg(k.name order by k.name), '{}') from kept k
  where k.same and not exists (
    select from jsonb_array_elements(together) s join kept o on s ? o.name
    where s ? k.name and not o.same)
$$;

-- True where each of the columns is as the operation left it; a column that it did not name was left null.
create function same_columns(now_is jsonb, left_as jsonb, columns text[]) returns boolean language sql immutable as $$
  select not exists (
    select from unnest(columns) c where coalesce(now_is -> c, 'null') <> coalesce(left_as -> c, 'null'))
$$;
