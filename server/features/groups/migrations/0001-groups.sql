create table groups (
  id bigint generated always as identity primary key,
  tree text not null check (tree in ('managers', 'clients', 'taskTypes')),
  parent_id bigint references groups (id) deferrable,
  name text not null,
  position integer not null,
  version integer not null default 1
);
-- The tree is drawn by level and position; a branch is walked downwards.
create index groups_level on groups (tree, parent_id, position);
-- What stands below a group.
create index groups_parent on groups (parent_id);
select journal_track('groups');

-- The groups with all groups below them: "in group 5" means its whole branch.
create function group_branch(roots bigint[]) returns setof bigint language sql stable as $$
  with recursive branch as (
    select unnest(roots) as id
    union
    select g.id from groups g join branch b on g.parent_id = b.id)
  select id from branch
$$;
