-- By which the push services of browsers know this house: one row, made at the first start. The private key is sealed.
create table push_keys (
  id bigint primary key check (id = 1),
  public_key text not null,
  sealed_private_key bytea not null,
  made_at timestamptz not null
);

-- Browsers that show reminders while the house is not open in them. Each ends with the sign-in it was made in.
create table push_subscriptions (
  id bigint generated always as identity primary key,
  person_id bigint not null references people (id) on delete cascade,
  session_id bigint not null references sessions (id) on delete cascade,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  agent text not null,
  made_at timestamptz not null
);
-- A browser stands for one person at a time.
create unique index push_subscriptions_endpoint on push_subscriptions (endpoint);
-- The list of one's browsers; to whom a reminder goes.
create index push_subscriptions_person on push_subscriptions (person_id);
create index push_subscriptions_session on push_subscriptions (session_id);

-- Reminders on their way to a browser, one line for all that one sweep found.
create table push_messages (
  id bigint generated always as identity primary key,
  subscription_id bigint not null references push_subscriptions (id) on delete cascade,
  reminder_ids bigint[] not null,
  made_at timestamptz not null,
  send_at timestamptz not null,
  attempts integer not null default 0
);
-- What is to be sent now.
create index push_messages_due on push_messages (send_at, id);
create index push_messages_subscription on push_messages (subscription_id);
