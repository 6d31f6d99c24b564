-- Every text that can be searched for, beside what it is part of, and how common each word is in each space.
-- All of it follows from what stands elsewhere; server/entries/texts.ts keeps it in the transaction that writes.

create extension if not exists pg_trgm;

-- The text search configuration of PostgreSQL that cuts and stems the words of this workspace.
alter table workspace add column search_language text not null default 'english';

create table entry_text (
  workspace_id uuid not null,
  -- The entry, or the reply, whose text it is.
  id uuid not null,
  entry_id uuid not null,
  -- As the entry has them, so that one index answers.
  space_id uuid not null,
  author_id uuid not null,
  kind text not null,
  is_reply boolean not null,
  at timestamptz not null,
  title text not null,
  -- As it was written, up to the length that is searched.
  body text not null,
  -- What the words inside of its names say.
  names text not null,
  words tsvector not null,
  -- How many words count, with their repetitions.
  size bigint not null,
  -- Its entry is deleted, and may come back.
  hidden boolean not null default false,
  primary key (workspace_id, id),
  foreign key (workspace_id, entry_id) references entry (workspace_id, id),
  foreign key (workspace_id, space_id) references space (workspace_id, id)
);
create index entry_text_words on entry_text using gin (words) where not hidden;
create index entry_text_newest on entry_text (workspace_id, at desc, id desc) where not hidden;
create index entry_text_of on entry_text (workspace_id, entry_id);

-- What came and went since words were counted last: texts of a space by their words, `by` 1 or -1.
create table search_change (
  workspace_id uuid not null,
  id uuid not null,
  space_id uuid not null,
  words tsvector not null,
  size bigint not null,
  by bigint not null,
  primary key (workspace_id, id)
);

-- In how many texts of a space a word stands.
create table search_word (
  workspace_id uuid not null,
  space_id uuid not null,
  lexeme text collate "C" not null,
  texts bigint not null,
  primary key (workspace_id, lexeme, space_id)
);
-- Of an expression, so that it is never taken for looking up a word itself, which it does slowly.
create index search_word_alike on search_word using gin (lower(lexeme) gin_trgm_ops);

create table search_space (
  workspace_id uuid not null,
  space_id uuid not null,
  texts bigint not null,
  size bigint not null,
  primary key (workspace_id, space_id)
);

-- What was written before this: the rooms say their texts again.
insert into timer (workspace_id, id, kind, key, due_at, next_try_at, payload)
  select id, gen_random_uuid(), 'search.fill', 'all', created_at, created_at, '{}' from workspace;
