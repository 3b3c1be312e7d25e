-- The photo behind a person's screen: one each, out of the uploads; gone with the person.
create table photos (
  person_id bigint primary key references people (id) on delete cascade,
  file_id bigint not null references files (id) on delete cascade
);
-- A file that is cleared away: is it somebody's photo?
create index photos_file on photos (file_id);
