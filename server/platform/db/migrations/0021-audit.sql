-- Who did what to rights, ways in and settings, as a chain: each row holds the hash of the one before.
-- No foreign keys to what is told of: the log outlives it, and holds ids and words of ours alone.

create table audit_line (
  workspace_id uuid not null references workspace (id),
  seq bigint not null,
  id uuid not null,
  at timestamptz not null,
  deed text not null,
  actor_id uuid,
  via text not null,
  person_id uuid,
  space_id uuid,
  thing_id uuid,
  facts jsonb not null default '{}',
  content_hash bytea not null,
  hash bytea not null,
  primary key (workspace_id, seq)
);
create index audit_by_actor on audit_line (workspace_id, actor_id, seq);
create index audit_of_person on audit_line (workspace_id, person_id, seq);

-- The newest row of each chain; whoever adds one holds this row until the commit.
create table audit_head (
  workspace_id uuid primary key references workspace (id),
  seq bigint not null,
  hash bytea not null
);
