-- Texts of files in search, saved searches with what is new in them, and asks that were answered twice.

-- A text that is that of a file, shown by an entry or by one of its replies. Its id is that of the use (file_use).
alter table entry_text add column file_id uuid;
alter table entry_text add column reply_id uuid;
create index entry_text_of_file on entry_text (workspace_id, file_id) where file_id is not null;

-- What was written before this: each file that is used is read once.
insert into timer (workspace_id, id, kind, key, due_at, next_try_at, payload)
  select workspace_id, gen_random_uuid(), 'search.file', id::text, created_at, created_at, jsonb_build_object('fileId', id::text) from file where state = 'used' and deleted_at is null;

-- A question that somebody keeps. Nobody else sees it.
create table saved_search (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  question text not null,
  -- What is new there stands in their digest.
  in_digest boolean not null,
  created_at timestamptz not null,
  -- What was written later is new.
  looked_at timestamptz not null,
  -- Up to when the digest has told of what is new.
  told_until timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create unique index saved_search_named on saved_search (workspace_id, person_id, lower(name));

-- What a saved search found anew in one space, until it was told. What of it may still be seen is asked then.
create table saved_search_news (
  workspace_id uuid not null,
  id uuid not null,
  search_id uuid not null,
  space_id uuid not null,
  -- Texts, best first, as entry_text names them.
  text_ids jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, search_id) references saved_search (workspace_id, id) on delete cascade
);
create index saved_search_news_of on saved_search_news (workspace_id, search_id);

-- Asks that were answered, and were asked before in other words: what a FAQ would have saved.
create table faq_candidate (
  workspace_id uuid not null,
  -- The later one, and the one that it is like.
  ask_id uuid not null,
  like_id uuid not null,
  at timestamptz not null,
  -- Null while nobody has said what becomes of it.
  settled text check (settled in ('kept', 'dropped')),
  settled_by uuid,
  settled_at timestamptz,
  primary key (workspace_id, ask_id),
  foreign key (workspace_id, ask_id) references ask (workspace_id, entry_id),
  foreign key (workspace_id, like_id) references ask (workspace_id, entry_id)
);

-- Which asks stand in which FAQ, so that none stands there twice.
create table faq_entry (
  workspace_id uuid not null,
  ask_id uuid not null,
  page_id uuid not null,
  kept_by uuid not null,
  at timestamptz not null,
  primary key (workspace_id, ask_id),
  foreign key (workspace_id, ask_id) references ask (workspace_id, entry_id),
  foreign key (workspace_id, page_id) references page (workspace_id, entry_id)
);
