-- Passkeys: the public half of a key that a device or a password manager keeps. `key_id` is the key's own name for itself.

create table passkey (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  key_id bytea not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null default '{}',
  synced boolean not null,
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create unique index passkey_key on passkey (workspace_id, key_id);
create index passkey_of_person on passkey (workspace_id, person_id, created_at);

-- Challenges that were answered, so that none is answered twice; kept until they would have ended by themselves.
create table passkey_challenge (
  workspace_id uuid not null references workspace (id),
  hash bytea not null,
  expires_at timestamptz not null,
  primary key (workspace_id, hash)
);

alter table person add column passkeys_only boolean not null default false;
alter table workspace add column passkeys_required boolean not null default false;
