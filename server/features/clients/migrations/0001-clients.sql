create extension if not exists pg_trgm;

create table clients (
  id bigint generated always as identity primary key,
  name text not null,
  full_name text not null default '',
  group_id bigint references groups (id) deferrable,
  line text not null default '',
  legal_address text not null default '',
  actual_address text not null default '',
  phones jsonb not null default '[]',
  emails jsonb not null default '[]',
  sites text[] not null default '{}',
  messengers text[] not null default '{}',
  status_id bigint references directory_entries (id) deferrable,
  type_id bigint references directory_entries (id) deferrable,
  origin_id bigint references directory_entries (id) deferrable,
  responsible_id bigint references people (id) deferrable,
  contact_persons text not null default '',
  notes text not null default '',
  contract_number text not null default '',
  contract_date date,
  contract_till date,
  contract_terms text not null default '',
  inn text not null default '',
  kpp text not null default '',
  ogrn text not null default '',
  account text not null default '',
  bank text not null default '',
  bik text not null default '',
  correspondent_account text not null default '',
  iban text not null default '',
  vat text not null default '',
  tags text[] not null default '{}',
  archived boolean not null default false,
  created_at timestamptz not null,
  author_id bigint references people (id) deferrable,
  -- Normal forms, made by rules.ts at every write: what duplicates are found by, and what is searched.
  name_key text not null,
  phone_keys text[] not null default '{}',
  phone_digits text not null default '',
  email_keys text[] not null default '{}',
  email_text text not null default '',
  name_folded text generated always as (fold_text(name || ' ' || full_name)) stored,
  line_folded text generated always as (fold_text(line)) stored,
  address_folded text generated always as (fold_text(actual_address)) stored,
  version integer not null default 1
);
-- The list by name, and lists of tasks by their client's name.
create index clients_name on clients (name collate "ru-x-icu", id);
-- "Own" and "group" rights; the clients of one manager.
create index clients_responsible on clients (responsible_id);
-- The tree of groups at the left of the list.
create index clients_group on clients (group_id);
-- Filters by status, type and origin; what uses an entry.
create index clients_status on clients (status_id);
create index clients_type on clients (type_id);
create index clients_origin on clients (origin_id);
create index clients_author on clients (author_id);
create index clients_created on clients (created_at, id);
-- Search in columns, and the search box of all columns.
create index clients_name_search on clients using gin (name_folded gin_trgm_ops);
create index clients_line_search on clients using gin (line_folded gin_trgm_ops);
create index clients_address_search on clients using gin (address_folded gin_trgm_ops);
create index clients_phone_search on clients using gin (phone_digits gin_trgm_ops);
create index clients_email_search on clients using gin (email_text gin_trgm_ops);
create index clients_inn_search on clients using gin (inn gin_trgm_ops);
-- Lists of tasks by their client's telephone.
create index clients_phone_order on clients ((left(phone_digits, 40)), id) where phone_digits <> '';
-- Duplicates: while typing and at import.
create index clients_name_key on clients (name_key);
create index clients_inn on clients (inn) where inn <> '';
create index clients_phone_keys on clients using gin (phone_keys);
create index clients_email_keys on clients using gin (email_keys);
select journal_track('clients');

create view pub_clients as
select id, name, name_folded, phones, phone_digits, group_id, responsible_id, actual_address, line, contact_persons, archived from clients;
