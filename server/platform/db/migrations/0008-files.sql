-- Attached files: who put them there, what they are, and which texts show them. The bytes lie in the file store, by id.

create table file (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  owner_id uuid not null,
  -- For people only: nothing is ever opened by it.
  name text not null,
  size bigint not null default 0,
  -- Read from the bytes.
  type text not null default '',
  sha256 bytea not null default '',
  -- arriving: the bytes are on their way; loose: no text uses it yet; leaving: its bytes go. Nobody sees the first and the last.
  state text not null check (state in ('arriving', 'loose', 'used', 'leaving')),
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references person (workspace_id, id)
);
create index file_unused on file (workspace_id, owner_id) where state <> 'used';

-- A text that shows a file: the opening of an entry, or one reply in it. Who sees the entry sees the file.
create table file_use (
  workspace_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  entry_id uuid not null,
  reply_id uuid,
  added_by uuid not null,
  added_at timestamptz not null,
  -- While a reply is deleted.
  hidden_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, file_id) references file (workspace_id, id),
  foreign key (workspace_id, entry_id) references entry (workspace_id, id),
  foreign key (workspace_id, added_by) references person (workspace_id, id)
);
create unique index file_use_once on file_use (workspace_id, file_id, entry_id, reply_id) nulls not distinct;
create index file_use_of_entry on file_use (workspace_id, entry_id);
create index file_use_of_reply on file_use (workspace_id, reply_id) where reply_id is not null;
