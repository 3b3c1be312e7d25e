create table saved_views (
  id bigint generated always as identity primary key,
  of text not null,
  name text not null,
  owner_id bigint not null references people (id) deferrable,
  shared boolean not null,
  position integer not null,
  parameters jsonb not null,
  version integer not null default 1
);
-- The tabs above a list: one's own and the shared ones.
create index saved_views_owner on saved_views (owner_id);
select journal_track('saved_views');

-- Order, widths, hidden and pinned columns per person and list; kept at once, not undone.
create table layouts (
  person_id bigint not null references people (id) on delete cascade,
  of text not null,
  layout jsonb not null,
  primary key (person_id, of)
);
