-- What the migrations make, for reading in review. Renew it by: npm run schema

create table absences (
  id bigint not null,
  person_id bigint not null,
  kind text not null,
  from_day date not null,
  to_day date not null,
  note text not null default ''::text,
  version integer not null default 1
);

create table appearances (
  person_id bigint not null,
  appearance jsonb not null
);

create table calendar_feeds (
  person_id bigint not null,
  token_hash bytea not null,
  opened_at timestamp with time zone not null
);

create table clients (
  id bigint not null,
  name text not null,
  full_name text not null default ''::text,
  group_id bigint,
  line text not null default ''::text,
  legal_address text not null default ''::text,
  actual_address text not null default ''::text,
  phones jsonb not null default '[]'::jsonb,
  emails jsonb not null default '[]'::jsonb,
  sites text[] not null default '{}'::text[],
  messengers text[] not null default '{}'::text[],
  status_id bigint,
  type_id bigint,
  origin_id bigint,
  responsible_id bigint,
  contact_persons text not null default ''::text,
  notes text not null default ''::text,
  contract_number text not null default ''::text,
  contract_date date,
  contract_till date,
  contract_terms text not null default ''::text,
  inn text not null default ''::text,
  kpp text not null default ''::text,
  ogrn text not null default ''::text,
  account text not null default ''::text,
  bank text not null default ''::text,
  bik text not null default ''::text,
  correspondent_account text not null default ''::text,
  iban text not null default ''::text,
  vat text not null default ''::text,
  tags text[] not null default '{}'::text[],
  archived boolean not null default false,
  created_at timestamp with time zone not null,
  author_id bigint,
  name_key text not null,
  phone_keys text[] not null default '{}'::text[],
  phone_digits text not null default ''::text,
  email_keys text[] not null default '{}'::text[],
  email_text text not null default ''::text,
  name_folded text generated,
  line_folded text generated,
  address_folded text generated,
  version integer not null default 1,
  merged jsonb not null default '[]'::jsonb,
  tags_folded text generated
);

create table credentials (
  person_id bigint not null,
  password_hash text not null,
  changed_at timestamp with time zone not null
);

create table directory_entries (
  id bigint not null,
  directory text not null,
  name text not null,
  name_folded text generated,
  group_id bigint,
  tint text,
  meaning text,
  position integer not null,
  archived boolean not null default false,
  version integer not null default 1
);

create table events (
  id bigint not null,
  operation bigint not null,
  at timestamp with time zone not null,
  name text not null,
  ids bigint[] not null,
  owners bigint[] not null default '{}'::bigint[],
  details jsonb not null default '{}'::jsonb
);

create table file_pieces (
  file_id bigint not null,
  n integer not null,
  bytes bytea not null
);

create table files (
  id bigint not null,
  name text not null,
  size bigint not null,
  owner_id bigint not null,
  at timestamp with time zone not null
);

create table firms (
  id bigint not null,
  name text not null,
  locale text not null,
  time_zone text not null,
  country text not null,
  default_interval text not null default 'week'::text,
  version integer not null default 1
);

create table groups (
  id bigint not null,
  tree text not null,
  parent_id bigint,
  name text not null,
  position integer not null,
  version integer not null default 1
);

create table holidays (
  id bigint not null,
  day date not null,
  name text not null,
  working boolean not null default false,
  version integer not null default 1
);

create table import_rows (
  import_id bigint not null,
  line integer not null,
  outcome text not null,
  target_id bigint,
  target_version integer,
  twin integer,
  title text not null,
  company boolean not null default false,
  input jsonb not null default '{}'::jsonb,
  changes jsonb not null default '[]'::jsonb,
  reasons jsonb not null default '[]'::jsonb,
  cells text[]
);

create table imports (
  id bigint not null,
  owner_id bigint not null,
  kind text not null,
  file_id bigint not null,
  status text not null,
  turn integer not null default 0,
  file jsonb not null,
  suggested jsonb not null,
  mapping jsonb,
  options jsonb,
  progress integer not null default 0,
  total integer not null default 0,
  counts jsonb,
  makes jsonb not null default '[]'::jsonb,
  fault jsonb,
  operation_id bigint,
  created_at timestamp with time zone not null
);

create table invitations (
  id bigint not null,
  person_id bigint not null,
  token_hash bytea not null,
  expires_at timestamp with time zone not null
);

create table jobs (
  id bigint not null,
  listener text not null,
  event_id bigint,
  run_at timestamp with time zone not null default now(),
  attempts integer not null default 0,
  last_fault text,
  stuck_at timestamp with time zone
);

create table journal (
  id bigint not null,
  operation bigint not null,
  of text not null,
  row_id bigint not null,
  change "char" not null,
  before jsonb,
  after jsonb
);

create table layouts (
  person_id bigint not null,
  of text not null,
  layout jsonb not null
);

create table migrations (
  slice text not null,
  name text not null,
  hash text not null,
  at timestamp with time zone not null default now()
);

create table operations (
  id bigint not null,
  at timestamp with time zone not null,
  name text not null,
  actor_id bigint,
  via text not null,
  request_key text,
  request_hash text,
  result jsonb not null default '{}'::jsonb,
  undone_by bigint
);

create table people (
  id bigint not null,
  name text not null,
  email text,
  phone text not null default ''::text,
  position text not null default ''::text,
  group_id bigint,
  role_id bigint not null,
  status text not null,
  version integer not null default 1
);

create table photos (
  person_id bigint not null,
  file_id bigint not null
);

create table push_keys (
  id bigint not null,
  public_key text not null,
  sealed_private_key bytea not null,
  made_at timestamp with time zone not null
);

create table push_messages (
  id bigint not null,
  subscription_id bigint not null,
  reminder_ids bigint[] not null,
  made_at timestamp with time zone not null,
  send_at timestamp with time zone not null,
  attempts integer not null default 0
);

create table push_subscriptions (
  id bigint not null,
  person_id bigint not null,
  session_id bigint not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  agent text not null,
  made_at timestamp with time zone not null
);

create table quiet_requests (
  actor_id bigint not null,
  request_key text not null,
  request_hash text not null,
  name text not null,
  result jsonb not null,
  at timestamp with time zone not null
);

create table reminder_settings (
  person_id bigint not null,
  minutes integer not null,
  at_deadline boolean not null,
  when_overdue boolean not null
);

create table reminder_sweeps (
  id bigint not null,
  swept_until timestamp with time zone not null
);

create table reminders (
  id bigint not null,
  person_id bigint not null,
  task_id bigint not null,
  kind text not null,
  moment timestamp with time zone not null,
  about timestamp with time zone not null,
  due_at timestamp with time zone not null,
  told_at timestamp with time zone,
  read_at timestamp with time zone
);

create table roles (
  id bigint not null,
  name text not null,
  keeper boolean not null default false,
  rights jsonb not null,
  version integer not null default 1
);

create table saved_views (
  id bigint not null,
  of text not null,
  name text not null,
  owner_id bigint not null,
  shared boolean not null,
  position integer not null,
  parameters jsonb not null,
  version integer not null default 1
);

create table schedule_turns (
  name text not null,
  last_turn timestamp with time zone not null
);

create table sessions (
  id bigint not null,
  person_id bigint not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  address text not null,
  agent text not null
);

create table sign_in_attempts (
  at timestamp with time zone not null,
  email text not null,
  address text not null
);

create table tasks (
  id bigint not null,
  type_id bigint,
  state_id bigint not null,
  manager_id bigint,
  client_id bigint,
  description text not null default ''::text,
  results text not null default ''::text,
  cancel_reason text not null default ''::text,
  at timestamp with time zone,
  has_time boolean not null default false,
  day date,
  minutes integer,
  deadline timestamp with time zone,
  set_at timestamp with time zone not null,
  done_at timestamp with time zone,
  author_id bigint,
  is_open boolean not null,
  tags text[] not null default '{}'::text[],
  version integer not null default 1,
  repeat text,
  remind integer,
  series bigint,
  rule_day date,
  tags_folded text generated,
  description_folded text generated,
  results_folded text generated
);

create table undo_notes (
  operation bigint not null,
  undoes bigint not null,
  left_alone jsonb not null
);

create table work_weeks (
  id bigint not null,
  person_id bigint,
  week jsonb not null,
  version integer not null default 1
);

alter table absences add constraint absence_goes_forward CHECK ((from_day <= to_day));

alter table absences add constraint absences_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE DEFERRABLE;

alter table appearances add constraint appearances_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;

alter table calendar_feeds add constraint calendar_feeds_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;

alter table clients add constraint clients_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id) DEFERRABLE;

alter table clients add constraint clients_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) DEFERRABLE;

alter table clients add constraint clients_origin_id_fkey FOREIGN KEY (origin_id) REFERENCES directory_entries(id) DEFERRABLE;

alter table clients add constraint clients_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES people(id) DEFERRABLE;

alter table clients add constraint clients_status_id_fkey FOREIGN KEY (status_id) REFERENCES directory_entries(id) DEFERRABLE;

alter table clients add constraint clients_type_id_fkey FOREIGN KEY (type_id) REFERENCES directory_entries(id) DEFERRABLE;

alter table credentials add constraint credentials_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;

alter table directory_entries add constraint directory_entries_directory_check CHECK ((directory = ANY (ARRAY['taskTypes'::text, 'taskStates'::text, 'clientStatuses'::text, 'clientTypes'::text, 'clientOrigins'::text])));

alter table directory_entries add constraint directory_entries_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) DEFERRABLE;

alter table directory_entries add constraint directory_entries_meaning_check CHECK ((meaning = ANY (ARRAY['open'::text, 'done'::text, 'cancelled'::text])));

alter table directory_entries add constraint state_has_meaning CHECK (((directory = 'taskStates'::text) = (meaning IS NOT NULL)));

alter table file_pieces add constraint file_pieces_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE;

alter table firms add constraint firms_id_check CHECK ((id = 1));

alter table groups add constraint groups_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES groups(id) DEFERRABLE;

alter table groups add constraint groups_tree_check CHECK ((tree = ANY (ARRAY['managers'::text, 'clients'::text, 'taskTypes'::text])));

alter table import_rows add constraint import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE;

alter table import_rows add constraint import_rows_outcome_check CHECK ((outcome = ANY (ARRAY['made'::text, 'changed'::text, 'same'::text, 'duplicate'::text, 'refused'::text])));

alter table imports add constraint imports_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);

alter table imports add constraint imports_kind_check CHECK ((kind = ANY (ARRAY['clients'::text, 'tasks'::text])));

alter table imports add constraint imports_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id) ON DELETE CASCADE;

alter table imports add constraint imports_status_check CHECK ((status = ANY (ARRAY['read'::text, 'planning'::text, 'planned'::text, 'running'::text, 'done'::text, 'stopped'::text, 'failed'::text])));

alter table invitations add constraint invitations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;

alter table jobs add constraint jobs_event_id_fkey FOREIGN KEY (event_id) REFERENCES events(id);

alter table journal add constraint journal_change_check CHECK ((change = ANY (ARRAY['i'::"char", 'u'::"char", 'd'::"char"])));

alter table layouts add constraint layouts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;

alter table operations add constraint operations_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES operations(id) DEFERRABLE INITIALLY DEFERRED;

alter table people add constraint people_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) DEFERRABLE;

alter table people add constraint people_role_id_fkey FOREIGN KEY (role_id) REFERENCES roles(id) DEFERRABLE;

alter table people add constraint people_status_check CHECK ((status = ANY (ARRAY['invited'::text, 'active'::text, 'blocked'::text])));

alter table photos add constraint photos_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE;

alter table photos add constraint photos_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;

alter table push_keys add constraint push_keys_id_check CHECK ((id = 1));

alter table push_messages add constraint push_messages_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES push_subscriptions(id) ON DELETE CASCADE;

alter table push_subscriptions add constraint push_subscriptions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;

alter table push_subscriptions add constraint push_subscriptions_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE;

alter table reminder_settings add constraint reminder_settings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;

alter table reminder_sweeps add constraint reminder_sweeps_id_check CHECK ((id = 1));

alter table reminders add constraint reminders_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;

alter table saved_views add constraint saved_views_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id) DEFERRABLE;

alter table sessions add constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;

alter table tasks add constraint day_goes_with_moment CHECK (((at IS NULL) = (day IS NULL)));

alter table tasks add constraint tasks_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id) DEFERRABLE;

alter table tasks add constraint tasks_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id) DEFERRABLE;

alter table tasks add constraint tasks_manager_id_fkey FOREIGN KEY (manager_id) REFERENCES people(id) DEFERRABLE;

alter table tasks add constraint tasks_state_id_fkey FOREIGN KEY (state_id) REFERENCES directory_entries(id) DEFERRABLE;

alter table tasks add constraint tasks_type_id_fkey FOREIGN KEY (type_id) REFERENCES directory_entries(id) DEFERRABLE;

alter table undo_notes add constraint undo_notes_undoes_fkey FOREIGN KEY (undoes) REFERENCES operations(id);

alter table work_weeks add constraint work_weeks_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE DEFERRABLE;

CREATE INDEX absences_person ON public.absences USING btree (person_id, to_day);

CREATE UNIQUE INDEX absences_pkey ON public.absences USING btree (id);

CREATE UNIQUE INDEX appearances_pkey ON public.appearances USING btree (person_id);

CREATE UNIQUE INDEX calendar_feeds_pkey ON public.calendar_feeds USING btree (person_id);

CREATE UNIQUE INDEX calendar_feeds_token_hash_key ON public.calendar_feeds USING btree (token_hash);

CREATE INDEX clients_address_search ON public.clients USING gin (address_folded gin_trgm_ops);

CREATE INDEX clients_author ON public.clients USING btree (author_id);

CREATE INDEX clients_created ON public.clients USING btree (created_at, id);

CREATE INDEX clients_email_keys ON public.clients USING gin (email_keys) WITH (fastupdate=off);

CREATE INDEX clients_email_search ON public.clients USING gin (email_text gin_trgm_ops);

CREATE INDEX clients_group ON public.clients USING btree (group_id);

CREATE INDEX clients_inn ON public.clients USING btree (inn) WHERE (inn <> ''::text);

CREATE INDEX clients_inn_search ON public.clients USING gin (inn gin_trgm_ops);

CREATE INDEX clients_line_search ON public.clients USING gin (line_folded gin_trgm_ops);

CREATE INDEX clients_merged ON public.clients USING gin (merged jsonb_path_ops) WHERE (merged <> '[]'::jsonb);

CREATE INDEX clients_name ON public.clients USING btree (name COLLATE "ru-x-icu", id);

CREATE INDEX clients_name_key ON public.clients USING btree (name_key);

CREATE INDEX clients_name_search ON public.clients USING gin (name_folded gin_trgm_ops);

CREATE INDEX clients_origin ON public.clients USING btree (origin_id);

CREATE INDEX clients_phone_keys ON public.clients USING gin (phone_keys) WITH (fastupdate=off);

CREATE INDEX clients_phone_order ON public.clients USING btree ("left"(phone_digits, 40), id) WHERE (phone_digits <> ''::text);

CREATE INDEX clients_phone_search ON public.clients USING gin (phone_digits gin_trgm_ops);

CREATE UNIQUE INDEX clients_pkey ON public.clients USING btree (id);

CREATE INDEX clients_responsible ON public.clients USING btree (responsible_id);

CREATE INDEX clients_status ON public.clients USING btree (status_id);

CREATE INDEX clients_tags_search ON public.clients USING gin (tags_folded gin_trgm_ops);

CREATE INDEX clients_type ON public.clients USING btree (type_id);

CREATE UNIQUE INDEX credentials_pkey ON public.credentials USING btree (person_id);

CREATE INDEX directory_entries_group ON public.directory_entries USING btree (group_id);

CREATE INDEX directory_entries_order ON public.directory_entries USING btree (directory, "position", id);

CREATE UNIQUE INDEX directory_entries_pkey ON public.directory_entries USING btree (id);

CREATE INDEX events_at ON public.events USING btree (at);

CREATE UNIQUE INDEX events_pkey ON public.events USING btree (id);

CREATE UNIQUE INDEX file_pieces_pkey ON public.file_pieces USING btree (file_id, n);

CREATE INDEX files_at ON public.files USING btree (at);

CREATE UNIQUE INDEX files_pkey ON public.files USING btree (id);

CREATE UNIQUE INDEX firms_pkey ON public.firms USING btree (id);

CREATE INDEX groups_level ON public.groups USING btree (tree, parent_id, "position");

CREATE INDEX groups_parent ON public.groups USING btree (parent_id);

CREATE UNIQUE INDEX groups_pkey ON public.groups USING btree (id);

CREATE UNIQUE INDEX holidays_day ON public.holidays USING btree (day);

CREATE UNIQUE INDEX holidays_pkey ON public.holidays USING btree (id);

CREATE INDEX import_rows_outcome ON public.import_rows USING btree (import_id, outcome, line);

CREATE UNIQUE INDEX import_rows_pkey ON public.import_rows USING btree (import_id, line);

CREATE INDEX imports_file ON public.imports USING btree (file_id);

CREATE INDEX imports_owner ON public.imports USING btree (owner_id, id DESC);

CREATE UNIQUE INDEX imports_pkey ON public.imports USING btree (id);

CREATE INDEX invitations_person ON public.invitations USING btree (person_id);

CREATE UNIQUE INDEX invitations_pkey ON public.invitations USING btree (id);

CREATE UNIQUE INDEX invitations_token_hash_key ON public.invitations USING btree (token_hash);

CREATE INDEX jobs_due ON public.jobs USING btree (run_at, id) WHERE (stuck_at IS NULL);

CREATE INDEX jobs_event ON public.jobs USING btree (event_id);

CREATE UNIQUE INDEX jobs_pkey ON public.jobs USING btree (id);

CREATE INDEX journal_operation ON public.journal USING btree (operation, id);

CREATE UNIQUE INDEX journal_pkey ON public.journal USING btree (id);

CREATE INDEX journal_row ON public.journal USING btree (of, row_id, id);

CREATE UNIQUE INDEX layouts_pkey ON public.layouts USING btree (person_id, of);

CREATE UNIQUE INDEX migrations_pkey ON public.migrations USING btree (slice, name);

CREATE INDEX operations_actor ON public.operations USING btree (actor_id, id DESC);

CREATE INDEX operations_demo ON public.operations USING btree (id) WHERE (name = 'demo.fill'::text);

CREATE UNIQUE INDEX operations_pkey ON public.operations USING btree (id);

CREATE UNIQUE INDEX operations_request ON public.operations USING btree (actor_id, request_key) WHERE (request_key IS NOT NULL);

CREATE INDEX operations_undone ON public.operations USING btree (undone_by) WHERE (undone_by IS NOT NULL);

CREATE UNIQUE INDEX people_email ON public.people USING btree (email);

CREATE INDEX people_group ON public.people USING btree (group_id);

CREATE UNIQUE INDEX people_pkey ON public.people USING btree (id);

CREATE INDEX people_role ON public.people USING btree (role_id);

CREATE INDEX photos_file ON public.photos USING btree (file_id);

CREATE UNIQUE INDEX photos_pkey ON public.photos USING btree (person_id);

CREATE UNIQUE INDEX push_keys_pkey ON public.push_keys USING btree (id);

CREATE INDEX push_messages_due ON public.push_messages USING btree (send_at, id);

CREATE UNIQUE INDEX push_messages_pkey ON public.push_messages USING btree (id);

CREATE INDEX push_messages_subscription ON public.push_messages USING btree (subscription_id);

CREATE UNIQUE INDEX push_subscriptions_endpoint ON public.push_subscriptions USING btree (endpoint);

CREATE INDEX push_subscriptions_person ON public.push_subscriptions USING btree (person_id);

CREATE UNIQUE INDEX push_subscriptions_pkey ON public.push_subscriptions USING btree (id);

CREATE INDEX push_subscriptions_session ON public.push_subscriptions USING btree (session_id);

CREATE INDEX quiet_requests_at ON public.quiet_requests USING btree (at);

CREATE UNIQUE INDEX quiet_requests_pkey ON public.quiet_requests USING btree (actor_id, request_key);

CREATE UNIQUE INDEX reminder_settings_pkey ON public.reminder_settings USING btree (person_id);

CREATE UNIQUE INDEX reminder_sweeps_pkey ON public.reminder_sweeps USING btree (id);

CREATE INDEX reminders_due ON public.reminders USING btree (due_at);

CREATE UNIQUE INDEX reminders_once ON public.reminders USING btree (task_id, person_id, kind, moment);

CREATE INDEX reminders_person ON public.reminders USING btree (person_id, due_at DESC, id DESC);

CREATE UNIQUE INDEX reminders_pkey ON public.reminders USING btree (id);

CREATE INDEX reminders_waiting ON public.reminders USING btree (due_at) WHERE (told_at IS NULL);

CREATE UNIQUE INDEX roles_pkey ON public.roles USING btree (id);

CREATE INDEX saved_views_owner ON public.saved_views USING btree (owner_id);

CREATE UNIQUE INDEX saved_views_pkey ON public.saved_views USING btree (id);

CREATE UNIQUE INDEX schedule_turns_pkey ON public.schedule_turns USING btree (name);

CREATE INDEX sessions_person ON public.sessions USING btree (person_id);

CREATE UNIQUE INDEX sessions_pkey ON public.sessions USING btree (id);

CREATE UNIQUE INDEX sessions_token_hash_key ON public.sessions USING btree (token_hash);

CREATE INDEX sign_in_attempts_address ON public.sign_in_attempts USING btree (address, at);

CREATE INDEX sign_in_attempts_email ON public.sign_in_attempts USING btree (email, at);

CREATE INDEX tasks_at ON public.tasks USING btree (at, id);

CREATE INDEX tasks_author ON public.tasks USING btree (author_id, at, id);

CREATE INDEX tasks_by_deadline ON public.tasks USING btree (deadline, id);

CREATE INDEX tasks_client ON public.tasks USING btree (client_id, at, id);

CREATE INDEX tasks_client_done ON public.tasks USING btree (client_id, done_at DESC) WHERE (done_at IS NOT NULL);

CREATE INDEX tasks_day ON public.tasks USING btree (day, manager_id, state_id) INCLUDE (minutes, is_open, type_id);

CREATE INDEX tasks_deadline ON public.tasks USING btree (deadline, id) WHERE (is_open AND (deadline IS NOT NULL));

CREATE INDEX tasks_description_search ON public.tasks USING gin (description_folded gin_trgm_ops);

CREATE INDEX tasks_done_at ON public.tasks USING btree (done_at, id);

CREATE INDEX tasks_manager ON public.tasks USING btree (manager_id, state_id, at, id);

CREATE INDEX tasks_manager_at ON public.tasks USING btree (manager_id, at, id);

CREATE INDEX tasks_manager_open ON public.tasks USING btree (manager_id, at, id) WHERE is_open;

CREATE INDEX tasks_minutes ON public.tasks USING btree (minutes, id);

CREATE INDEX tasks_number ON public.tasks USING btree (((id)::text) text_pattern_ops);

CREATE INDEX tasks_open ON public.tasks USING btree (at, id) WHERE is_open;

CREATE UNIQUE INDEX tasks_pkey ON public.tasks USING btree (id);

CREATE INDEX tasks_remind ON public.tasks USING btree (remind_moment(at, has_time, remind)) WHERE (is_open AND (remind >= 0));

CREATE INDEX tasks_results_search ON public.tasks USING gin (results_folded gin_trgm_ops);

CREATE INDEX tasks_series ON public.tasks USING btree (COALESCE(series, id)) WHERE (is_open AND (repeat IS NOT NULL));

CREATE INDEX tasks_set_at ON public.tasks USING btree (set_at, id);

CREATE INDEX tasks_state ON public.tasks USING btree (state_id, at, id);

CREATE INDEX tasks_tags ON public.tasks USING gin (tags);

CREATE INDEX tasks_tags_search ON public.tasks USING gin (tags_folded gin_trgm_ops);

CREATE INDEX tasks_type ON public.tasks USING btree (type_id, at, id);

CREATE UNIQUE INDEX undo_notes_pkey ON public.undo_notes USING btree (operation);

CREATE INDEX undo_notes_undoes ON public.undo_notes USING btree (undoes);

CREATE UNIQUE INDEX work_weeks_person ON public.work_weeks USING btree (person_id) NULLS NOT DISTINCT;

CREATE UNIQUE INDEX work_weeks_pkey ON public.work_weeks USING btree (id);

create view pub_clients as
 SELECT id,
    name,
    name_folded,
    phones,
    phone_digits,
    group_id,
    responsible_id,
    actual_address,
    line,
    contact_persons,
    archived
   FROM clients;

create view pub_entries as
 SELECT id,
    directory,
    name,
    name_folded,
    group_id,
    tint,
    meaning,
    "position",
    archived
   FROM directory_entries;

create view pub_firm as
 SELECT name,
    locale,
    time_zone,
    country
   FROM firms;

create view pub_people as
 SELECT id,
    name,
    group_id,
    status
   FROM people;

create view pub_tasks as
 SELECT id,
    type_id,
    state_id,
    manager_id,
    client_id,
    at,
    day,
    is_open,
    has_time,
    deadline,
    remind
   FROM tasks;

create trigger journal_delete on absences;

create trigger journal_insert on absences;

create trigger journal_update on absences;

create trigger journal_delete on clients;

create trigger journal_insert on clients;

create trigger journal_update on clients;

create trigger journal_delete on directory_entries;

create trigger journal_insert on directory_entries;

create trigger journal_update on directory_entries;

create trigger journal_delete on firms;

create trigger journal_insert on firms;

create trigger journal_update on firms;

create trigger journal_delete on groups;

create trigger journal_insert on groups;

create trigger journal_update on groups;

create trigger journal_delete on holidays;

create trigger journal_insert on holidays;

create trigger journal_update on holidays;

create trigger journal_delete on people;

create trigger journal_insert on people;

create trigger journal_update on people;

create trigger journal_delete on roles;

create trigger journal_insert on roles;

create trigger journal_update on roles;

create trigger journal_delete on saved_views;

create trigger journal_insert on saved_views;

create trigger journal_update on saved_views;

create trigger journal_delete on tasks;

create trigger journal_insert on tasks;

create trigger journal_update on tasks;

create trigger journal_delete on work_weeks;

create trigger journal_insert on work_weeks;

create trigger journal_update on work_weeks;
