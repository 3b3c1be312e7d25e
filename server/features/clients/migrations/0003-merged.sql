-- A client knows whom it has taken in: its history tells of every merge, and who looks for one that went finds where it is.
alter table clients add column merged jsonb not null default '[]';
comment on column clients.merged is 'Clients that have become part of this one, `[{"id": 7, "name": "…"}]`, the earliest first.';
-- The card of a client that was merged into another.
create index clients_merged on clients using gin (merged jsonb_path_ops) where merged <> '[]';
select journal_track('clients');
