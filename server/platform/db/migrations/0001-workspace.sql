-- The tenant, its people, how they sign in, and what Longhand needs for itself.
-- Every key starts with workspace_id, so that a distributed engine can keep a workspace together.

create table instance (
  singleton boolean primary key default true check (singleton),
  created_at timestamptz not null,
  -- Where the development clock stands; null for a database that runs on the machine's clock, and that never changes.
  development_clock timestamptz,
  -- Signs one-time links and reply addresses.
  secret bytea not null
);

create table workspace (
  id uuid primary key,
  name text not null,
  demo boolean not null default false,
  created_at timestamptz not null,
  next_number bigint not null default 1
);

create table person (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'member', 'guest')),
  state text not null check (state in ('invited', 'active', 'deactivated')),
  zone text not null,
  locale text not null default 'en-GB',
  password_hash text,
  -- Further addresses under which git knows this person's commits.
  git_emails text[] not null default '{}',
  brief_by_mail boolean not null default true,
  created_at timestamptz not null,
  deactivated_at timestamptz,
  primary key (workspace_id, id)
);
create unique index person_email on person (workspace_id, lower(email));
create index person_by_email on person (lower(email));

-- Sessions, personal tokens, invites and one-time links: one table of hashed secrets.
create table credential (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('session', 'api', 'magic', 'invite', 'baton')),
  secret_hash bytea not null,
  scopes text[] not null default '{}',
  label text not null default '',
  data jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create unique index credential_secret on credential (workspace_id, secret_hash);
create index credential_of_person on credential (workspace_id, person_id, kind);

create table space (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  name text not null,
  purpose text not null default '',
  visibility text not null check (visibility in ('open', 'private')),
  noise text not null check (noise in ('announcements', 'work', 'social')),
  created_by uuid not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (workspace_id, id)
);
create unique index space_name on space (workspace_id, lower(name));

create table space_member (
  workspace_id uuid not null,
  space_id uuid not null,
  person_id uuid not null,
  joined_at timestamptz not null,
  primary key (workspace_id, space_id, person_id),
  foreign key (workspace_id, space_id) references space (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index space_member_person on space_member (workspace_id, person_id);

-- A role that can be handed things: "on call", "release manager".
create table team_role (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  name text not null,
  purpose text not null default '',
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (workspace_id, id)
);
create unique index team_role_name on team_role (workspace_id, lower(name));

create table team_role_holder (
  workspace_id uuid not null,
  role_id uuid not null,
  person_id uuid not null,
  primary key (workspace_id, role_id, person_id),
  foreign key (workspace_id, role_id) references team_role (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);

-- Anything written that has a permalink. What is particular to a kind stands in the table of that kind.
create table entry (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  number bigint not null,
  kind text not null,
  space_id uuid,
  author_id uuid not null,
  title text not null,
  tldr text not null default '',
  word_count bigint not null default 0,
  published_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, space_id) references space (workspace_id, id),
  foreign key (workspace_id, author_id) references person (workspace_id, id)
);
create unique index entry_number on entry (workspace_id, number);
create index entry_newest on entry (workspace_id, published_at desc, id desc) where deleted_at is null;
create index entry_by_space on entry (workspace_id, space_id, published_at desc, id desc) where deleted_at is null;
create index entry_by_author on entry (workspace_id, author_id, published_at desc) where deleted_at is null;

-- A deadline or a moment to act: one row a thing, gone in the transaction that acted on it.
create table timer (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  kind text not null,
  key text not null,
  due_at timestamptz not null,
  next_try_at timestamptz not null,
  payload jsonb not null default '{}',
  attempts bigint not null default 0,
  last_error text,
  primary key (workspace_id, id)
);
create unique index timer_key on timer (workspace_id, kind, key);
create index timer_due on timer (next_try_at);

-- What happened, in commit order, for open pages. xid lets a stream skip what is not yet safe to read.
create table event (
  workspace_id uuid not null references workspace (id),
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  kind text not null,
  space_id uuid,
  author_id uuid,
  person_id uuid,
  payload jsonb not null default '{}',
  primary key (workspace_id, seq)
);
create index event_stream on event (workspace_id, xid, seq);

-- Every message that leaves: written with what caused it, once per (event, person, channel).
create table delivery (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  event_key text not null,
  person_id uuid not null,
  channel text not null check (channel in ('mail')),
  subject text not null,
  body jsonb not null,
  message_id text not null,
  reason text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'kept', 'failed', 'dropped')),
  created_at timestamptz not null,
  send_at timestamptz not null,
  attempts bigint not null default 0,
  lease_until timestamptz,
  settled_at timestamptz,
  last_error text,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create unique index delivery_once on delivery (workspace_id, event_key, person_id, channel);
create index delivery_due on delivery (send_at) where state in ('waiting', 'sending');
create index delivery_newest on delivery (workspace_id, created_at desc, id desc);

create table idempotency (
  workspace_id uuid not null references workspace (id),
  person_id uuid not null,
  key text not null,
  operation text not null,
  request_hash bytea not null,
  status bigint,
  answer jsonb,
  created_at timestamptz not null,
  primary key (workspace_id, person_id, key)
);
create index idempotency_old on idempotency (created_at);

create table draft (
  workspace_id uuid not null,
  person_id uuid not null,
  slot text not null,
  body jsonb not null,
  version bigint not null default 1,
  updated_at timestamptz not null,
  primary key (workspace_id, person_id, slot),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
