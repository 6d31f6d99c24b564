-- Pages: knowledge that stays true. A page is an entry of kind page with a thread of its own, which holds the talk beside it.

create table page (
  workspace_id uuid not null,
  entry_id uuid not null,
  kind text not null check (kind in ('reference', 'runbook', 'context', 'faq', 'process', 'learning', 'memo', 'readme', 'start', 'status')),
  -- Markdown, byte for byte as it was saved; and the number of the last save.
  text text not null,
  version bigint not null default 1,
  edited_at timestamptz not null,
  edited_by uuid not null,
  -- The page above it, in the same space; null at the top.
  parent_id uuid,
  position bigint not null default 0,
  tags jsonb not null default '[]',
  owner_id uuid,
  -- Who said last that it is true, of which version, and what it was held against.
  verified_at timestamptz,
  verified_by uuid,
  verified_version bigint,
  verified_against text not null default '',
  -- How long a verification holds, in days; null: for good. The day is in the zone of who verified it.
  review_days bigint,
  expires_on date,
  -- The thread it began in, and the file that it came from.
  from_thread uuid,
  source jsonb,
  primary key (workspace_id, entry_id),
  foreign key (workspace_id, entry_id) references thread (workspace_id, entry_id),
  foreign key (workspace_id, edited_by) references person (workspace_id, id),
  foreign key (workspace_id, parent_id) references page (workspace_id, entry_id),
  foreign key (workspace_id, owner_id) references person (workspace_id, id),
  foreign key (workspace_id, verified_by) references person (workspace_id, id),
  foreign key (workspace_id, from_thread) references thread (workspace_id, entry_id),
  check (parent_id is null or parent_id <> entry_id)
);
create index page_newest on page (workspace_id, edited_at desc, entry_id desc);
create index page_below on page (workspace_id, parent_id) where parent_id is not null;
create index page_minded on page (workspace_id, owner_id) where owner_id is not null;
create index page_expiring on page (workspace_id, expires_on) where expires_on is not null;

-- Every text that was saved.
create table page_version (
  workspace_id uuid not null,
  page_id uuid not null,
  version bigint not null,
  title text not null,
  text text not null,
  by_id uuid not null,
  at timestamptz not null,
  how text not null check (how in ('written', 'merged', 'restored', 'imported', 'run')),
  restored_from bigint,
  note text not null default '',
  added bigint not null default 0,
  removed bigint not null default 0,
  primary key (workspace_id, page_id, version),
  foreign key (workspace_id, page_id) references page (workspace_id, entry_id),
  foreign key (workspace_id, by_id) references person (workspace_id, id)
);

-- Remarks on passages: the words, and what stood around them.
create table page_remark (
  workspace_id uuid not null,
  id uuid not null,
  page_id uuid not null,
  author_id uuid not null,
  quote text not null,
  prefix text not null,
  suffix text not null,
  body text not null,
  in_reply_to uuid,
  at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, page_id) references page (workspace_id, entry_id),
  foreign key (workspace_id, author_id) references person (workspace_id, id),
  foreign key (workspace_id, in_reply_to) references page_remark (workspace_id, id),
  foreign key (workspace_id, resolved_by) references person (workspace_id, id)
);
create index page_remark_of on page_remark (workspace_id, page_id, at);

-- Helped, or wrong here: what people said where they used it. The last word of each person counts; what is wrong stays until it is dealt with.
create table page_use (
  workspace_id uuid not null,
  id uuid not null,
  page_id uuid not null,
  person_id uuid not null,
  verdict text not null check (verdict in ('helped', 'wrong')),
  version bigint not null,
  quote text not null default '',
  note text not null default '',
  at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  settled_note text not null default '',
  primary key (workspace_id, id),
  foreign key (workspace_id, page_id) references page (workspace_id, entry_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, settled_by) references person (workspace_id, id)
);
create index page_use_of on page_use (workspace_id, page_id, at);
