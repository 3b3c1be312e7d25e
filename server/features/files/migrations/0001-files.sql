-- Uploads as they came, in pieces, so that neither the server nor the database holds a whole file at once.
create table files (
  id bigint generated always as identity primary key,
  name text not null,
  size bigint not null,
  owner_id bigint not null,
  at timestamptz not null
);
-- The nightly clearing of uploads that nothing came of.
create index files_at on files (at);
create table file_pieces (
  file_id bigint not null references files (id) on delete cascade,
  n integer not null,
  bytes bytea not null,
  primary key (file_id, n)
);
