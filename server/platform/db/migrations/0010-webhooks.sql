-- Messages that go to other programs and to devices, as well as by mail.

alter table delivery drop constraint delivery_channel_check;
alter table delivery add constraint delivery_channel_check check (channel in ('mail', 'push', 'webhook'));
-- The endpoint or device that a message goes to; null for mail, which goes to its person.
alter table delivery add column target_id uuid;
create index delivery_of_target on delivery (workspace_id, target_id, created_at desc, id desc) where target_id is not null;
create index delivery_on_its_way on delivery (workspace_id, target_id) where state = 'sending' and target_id is not null;

-- The pair of keys by which services of browsers know this server (RFC 8292); made once, since devices subscribe to it.
alter table instance add column vapid_public text;
alter table instance add column vapid_private text;

-- Where another program hears of what happens. Its secret is derived from the instance and `secret_version`, and kept nowhere.
create table webhook_endpoint (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  -- What this person may see is what the endpoint is told.
  owner_id uuid not null,
  url text not null,
  types text[] not null,
  -- Only what happens in this space; null for all that the owner sees.
  space_id uuid,
  secret_version bigint not null default 1,
  -- When the secret was changed last: the one before signs too for a while.
  secret_changed_at timestamptz,
  state text not null check (state in ('active', 'disabled')),
  -- 'hand': somebody did; 'gone': it answered 410; 'failing': for days; 'owner': who answers for it may not any more.
  disabled_because text check (disabled_because in ('hand', 'gone', 'failing', 'owner')),
  disabled_at timestamptz,
  -- Since when each try has failed; null after a success.
  failing_since timestamptz,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references person (workspace_id, id),
  foreign key (workspace_id, space_id) references space (workspace_id, id)
);
create index webhook_endpoint_active on webhook_endpoint (workspace_id) where state = 'active' and removed_at is null;

-- What each try met: kept for 30 days.
create table webhook_attempt (
  workspace_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  delivery_id uuid not null,
  at timestamptz not null,
  -- The answer's status, or null where there was no answer; then `error` says why.
  status bigint,
  answer text not null default '',
  error text,
  -- Unit: milliseconds.
  took_ms bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, endpoint_id) references webhook_endpoint (workspace_id, id)
);
create index webhook_attempt_of_delivery on webhook_attempt (workspace_id, delivery_id, at);
create index webhook_attempt_old on webhook_attempt (workspace_id, at);

-- A browser that shows messages while no page is open. Gone with the session that switched it on.
create table push_device (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  credential_id uuid not null,
  -- Secrets: whoever knows them can write to the device.
  endpoint text not null,
  endpoint_hash bytea not null,
  p256dh text not null,
  auth text not null,
  label text not null,
  created_at timestamptz not null,
  reached_at timestamptz,
  failing_since timestamptz,
  last_error text,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, credential_id) references credential (workspace_id, id)
);
create unique index push_device_once on push_device (workspace_id, endpoint_hash);
create index push_device_of_person on push_device (workspace_id, person_id);
