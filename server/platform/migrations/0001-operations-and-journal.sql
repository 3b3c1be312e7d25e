-- Every change is an operation; every row it changes stands in the journal, written by triggers, so that no code path can forget it.
create sequence operation_ids;

create table operations (
  id bigint primary key,
  at timestamptz not null,
  name text not null,
  actor_id bigint,
  via text not null,
  request_key text,
  request_hash text,
  result jsonb not null default '{}',
  undone_by bigint references operations (id) deferrable initially deferred
);
comment on table operations is 'What somebody did, in one transaction. actor_id null: the house itself.';

-- What an undo undid, and the rows that it left alone, with the reason.
create table undo_notes (
  operation bigint primary key,
  undoes bigint not null references operations (id),
  left_alone jsonb not null
);

-- The same request sent twice takes effect once (http.ts).
create unique index operations_request on operations (actor_id, request_key) where request_key is not null;
-- Requests that touched no journalled row, for the same reason.
create table quiet_requests (
  actor_id bigint not null,
  request_key text not null,
  request_hash text not null,
  name text not null,
  result jsonb not null,
  at timestamptz not null,
  primary key (actor_id, request_key)
);
create index quiet_requests_at on quiet_requests (at);
-- The journal screen: newest first, of one person or of all.
create index operations_actor on operations (actor_id, id desc);
-- What an undo undid.
create index operations_undone on operations (undone_by) where undone_by is not null;
create index undo_notes_undoes on undo_notes (undoes);

create table journal (
  id bigint generated always as identity primary key,
  operation bigint not null,
  of text not null,
  row_id bigint not null,
  change "char" not null check (change in ('i', 'u', 'd')),
  before jsonb,
  after jsonb
);
-- History of one record and of its fields.
create index journal_row on journal (of, row_id, id);
-- Undo, and what an operation changed.
create index journal_operation on journal (operation, id);

create function current_operation() returns bigint language plpgsql stable as $$
declare
  operation text := current_setting('voronka.operation', true);
begin
  if operation is null or operation = '' then
    raise exception 'a journalled table is written outside of a command';
  end if;
  return operation::bigint;
end $$;

-- Columns that the journal keeps of a change: generated ones make themselves, version only counts.
create function journal_columns(target regclass) returns table (name text, is_json boolean) language sql stable as $$
  select attname::text, atttypid = 'jsonb'::regtype
  from pg_attribute
  where attrelid = target and attnum > 0 and not attisdropped and attgenerated = '' and attname not in ('id', 'version')
  order by attnum
$$;

-- Whole rows: nulls are left out; json columns are kept as they are, nulls inside them too. A deleted row keeps its last version,
-- so that it can come back with a later one.
create function journal_whole_row(target regclass, alias text, with_version boolean) returns text language sql stable as $$
  select format(
    'jsonb_strip_nulls(to_jsonb(%1$I) - %2$L::text[]) %3$s',
    alias,
    (select coalesce(array_agg(attname::text), '{}') from pg_attribute
     where attrelid = target and attnum > 0 and (attgenerated <> '' or atttypid = 'jsonb'::regtype or attname = 'id' or (attname = 'version' and not with_version))),
    (select coalesce(string_agg(format('|| jsonb_build_object(%L, %I.%I)', c.name, alias, c.name), ' '), '')
     from journal_columns(target) c where c.is_json))
$$;

-- Makes the triggers of a business table; run again after a migration that changes its columns. A connection plans what a trigger
-- runs once, for as many rows as it happens to meet first; without nested loops a plan made for one row also serves 100,000.
create function journal_track(target regclass) returns void language plpgsql as $$
declare
  bare text := (select relname from pg_class where oid = target);
  changes text := (
    select string_agg(format(
      '(%1$L, case when o.%1$I is distinct from n.%1$I then to_jsonb(o.%1$I) end, case when o.%1$I is distinct from n.%1$I then to_jsonb(n.%1$I) end, o.%1$I is distinct from n.%1$I)',
      name), ', ') from journal_columns(target));
begin
  execute format($f$
    create or replace function %1$I() returns trigger language plpgsql set enable_nestloop = off as $t$
    begin
      if tg_op = 'INSERT' then
        insert into journal (operation, of, row_id, change, after)
        select current_operation(), %2$L, n.id, 'i', %3$s from new_rows n;
      elsif tg_op = 'DELETE' then
        insert into journal (operation, of, row_id, change, before)
        select current_operation(), %2$L, o.id, 'd', %4$s from old_rows o;
      else
        insert into journal (operation, of, row_id, change, before, after)
        select current_operation(), %2$L, n.id, 'u', d.before, d.after
        from new_rows n join old_rows o on o.id = n.id
        cross join lateral (
          select jsonb_object_agg(v.name, v.was) as before, jsonb_object_agg(v.name, v.became) as after
          from (values %5$s) as v (name, was, became, changed) where v.changed) d
        where d.after is not null;
      end if;
      if found then
        perform set_config('voronka.touched', '1', true);
      end if;
      return null;
    end $t$
  $f$, 'journal_of_' || bare, bare, journal_whole_row(target, 'n', false), journal_whole_row(target, 'o', true), changes);
  execute format('drop trigger if exists journal_insert on %s', target);
  execute format('drop trigger if exists journal_update on %s', target);
  execute format('drop trigger if exists journal_delete on %s', target);
  execute format('create trigger journal_insert after insert on %s referencing new table as new_rows for each statement execute function %I()', target, 'journal_of_' || bare);
  execute format('create trigger journal_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function %I()', target, 'journal_of_' || bare);
  execute format('create trigger journal_delete after delete on %s referencing old table as old_rows for each statement execute function %I()', target, 'journal_of_' || bare);
end $$;
