-- What came in from elsewhere: runs of imports, and which person, space and entry each name of a source stands for here.
-- A source is one workspace, list or folder out there; the same key of the same source is never brought in twice.

-- Somebody named by an import who has not come here: the source that named them. They cannot sign in and count as nobody;
-- gone once they accept an invitation to their address.
alter table person add column placeholder_source text;

-- Texts up to this one are new to nobody who has no mark of their own: they were read elsewhere, years ago.
alter table thread add column known_seq bigint not null default -1;
alter table thread drop constraint thread_via_check, add constraint thread_via_check check (via in ('web', 'api', 'cli', 'mail', 'mcp', 'import'));
alter table reply drop constraint reply_via_check, add constraint reply_via_check check (via in ('web', 'api', 'cli', 'mail', 'mcp', 'import'));

create table import_run (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  kind text not null check (kind in ('slack', 'mbox', 'zulip', 'irc', 'markdown')),
  source text not null,
  -- The file or folder, as whoever imports it calls it.
  name text not null,
  by_id uuid not null,
  -- Where everything goes; null where each place of the source has its space.
  space_id uuid,
  state text not null check (state in ('running', 'finished')),
  began_at timestamptz not null,
  finished_at timestamptz,
  -- {"conversations": 0, "messages": 0, "known": 0, …}
  counts jsonb not null,
  -- What could not be brought in: [{"file": "...", "line": 1, "what": "...", "next": "..."}]
  problems jsonb not null default '[]',
  -- How many there were in all; the list is cut.
  problem_count bigint not null default 0,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references person (workspace_id, id),
  foreign key (workspace_id, space_id) references space (workspace_id, id)
);
create unique index import_run_open on import_run (workspace_id, source) where state = 'running';
create index import_run_newest on import_run (workspace_id, began_at desc, id desc);

create table import_person (
  workspace_id uuid not null,
  source text not null,
  key text not null,
  person_id uuid not null,
  primary key (workspace_id, source, key),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index import_person_is on import_person (workspace_id, person_id);

create table import_place (
  workspace_id uuid not null,
  source text not null,
  key text not null,
  space_id uuid not null,
  primary key (workspace_id, source, key),
  foreign key (workspace_id, space_id) references space (workspace_id, id)
);

create table import_item (
  workspace_id uuid not null,
  source text not null,
  kind text not null check (kind in ('conversation', 'message', 'page')),
  key text not null,
  run_id uuid not null,
  entry_id uuid not null,
  -- The reply that a message became; null for what became an entry, or the opening of one.
  reply_id uuid,
  -- SHA-256 of the file that became a page, in hex; null for messages.
  hash text,
  primary key (workspace_id, source, kind, key),
  foreign key (workspace_id, run_id) references import_run (workspace_id, id),
  foreign key (workspace_id, entry_id) references entry (workspace_id, id)
);
create index import_item_of_run on import_item (workspace_id, run_id, kind);
