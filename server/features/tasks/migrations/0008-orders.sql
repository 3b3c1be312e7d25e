-- Lists by who set a task, walked author by author; an index of the author alone served less.
drop index tasks_author;
create index tasks_author on tasks (author_id, at, id);
-- Filters and lists by how long a task takes.
create index tasks_minutes on tasks (minutes, id);
-- Newest first is tasks_at read backwards.
drop index tasks_at_desc;
