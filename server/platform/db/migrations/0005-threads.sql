-- Threads and their replies; who follows, has read, saved and marked what; links between entries; calls; notice of changes.
-- The opening of a thread is text 0 of it. Tables that speak of "a text" name it by subject_id: a reply, or the entry for its opening.

create table thread (
  workspace_id uuid not null,
  entry_id uuid not null,
  -- Space and author as the entry has them, and when it was deleted, so that lists read one index.
  space_id uuid not null,
  author_id uuid not null,
  deleted_at timestamptz,
  -- Where it is an ask that stands in another thread: that one, which holds the replies.
  stands_in uuid,
  body text not null default '',
  via text not null check (via in ('web', 'api', 'cli', 'mail', 'mcp')),
  -- Until then its author may take it back before anybody is told.
  undo_until timestamptz not null,
  edited_at timestamptz,
  -- The current state: one line that anybody may rewrite, never over a newer one.
  state_text text not null default '',
  state_version bigint not null default 0,
  state_by uuid,
  state_at timestamptz,
  outcome text,
  resolved_by uuid,
  resolved_at timestamptz,
  -- Replies that stand; the place of the last one that was ever written.
  reply_count bigint not null default 0,
  last_seq bigint not null default 0,
  active_at timestamptz not null,
  -- What was ever put into it, so that reading asks only for what may be there.
  has_files boolean not null default false,
  has_reactions boolean not null default false,
  has_marks boolean not null default false,
  has_links boolean not null default false,
  has_calls boolean not null default false,
  -- How many asks in it, itself included, still want an answer.
  open_asks bigint not null default 0,
  primary key (workspace_id, entry_id),
  foreign key (workspace_id, entry_id) references entry (workspace_id, id),
  foreign key (workspace_id, space_id) references space (workspace_id, id),
  foreign key (workspace_id, author_id) references person (workspace_id, id),
  foreign key (workspace_id, stands_in) references thread (workspace_id, entry_id)
);
create index thread_active on thread (workspace_id, active_at desc, entry_id desc) where deleted_at is null and stands_in is null;
create index thread_by_space on thread (workspace_id, space_id, active_at desc, entry_id desc) where deleted_at is null and stands_in is null;

-- The asks of a thread, itself where it is one, as far as lists and rounds depend on them; kept by the asks' room.
create table thread_ask (
  workspace_id uuid not null,
  ask_id uuid not null,
  thread_id uuid not null,
  asker_id uuid not null,
  answerer_id uuid not null,
  state text not null,
  open boolean not null,
  asked_at timestamptz not null,
  due_at timestamptz,
  primary key (workspace_id, ask_id),
  foreign key (workspace_id, ask_id) references entry (workspace_id, id),
  foreign key (workspace_id, thread_id) references thread (workspace_id, entry_id),
  foreign key (workspace_id, asker_id) references person (workspace_id, id),
  foreign key (workspace_id, answerer_id) references person (workspace_id, id)
);
create index thread_ask_in on thread_ask (workspace_id, thread_id);

create table reply (
  workspace_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  -- Its place in the thread, from 1 on; gaps stay where replies were moved away.
  seq bigint not null,
  kind text not null check (kind in ('reply', 'answer', 'question-back', 'clarification', 'addition', 'outcome', 'split')),
  author_id uuid not null,
  body text not null,
  quote_reply_id uuid,
  quote_author_id uuid,
  quote_text text,
  -- The ask that it speaks to.
  ask_id uuid,
  via text not null check (via in ('web', 'api', 'cli', 'mail', 'mcp')),
  posted_at timestamptz not null,
  undo_until timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  -- Taken back before anybody was told: shown to nobody any more.
  undone boolean not null default false,
  primary key (workspace_id, id),
  foreign key (workspace_id, entry_id) references thread (workspace_id, entry_id),
  foreign key (workspace_id, author_id) references person (workspace_id, id),
  foreign key (workspace_id, ask_id) references entry (workspace_id, id)
);
create unique index reply_place on reply (workspace_id, entry_id, seq) include (author_id, deleted_at);
create index reply_of_ask on reply (workspace_id, ask_id, seq) where ask_id is not null;

-- How one person stands to one thread: up to where they have read, on whatever device, and whether they follow it.
create table thread_person (
  workspace_id uuid not null,
  entry_id uuid not null,
  person_id uuid not null,
  -- -1 before the opening.
  read_seq bigint not null default -1,
  -- Null while nothing was decided, by them or for them.
  follow text check (follow in ('following', 'muted', 'off')),
  muted_until timestamptz,
  because text check (because in ('author', 'replied', 'mentioned', 'asked', 'chosen')),
  -- Whether something in it is kept for later.
  saved boolean not null default false,
  primary key (workspace_id, entry_id, person_id),
  foreign key (workspace_id, entry_id) references thread (workspace_id, entry_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index thread_followed on thread_person (workspace_id, person_id, entry_id) where follow is not null;

-- The text before each edit.
create table text_version (
  workspace_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  entry_id uuid not null,
  title text,
  body text not null,
  until timestamptz not null,
  by_id uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, entry_id) references thread (workspace_id, entry_id),
  foreign key (workspace_id, by_id) references person (workspace_id, id)
);
create index text_version_of on text_version (workspace_id, subject_id, until desc, id desc);

create table saved_text (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  entry_id uuid not null,
  subject_id uuid not null,
  reply_id uuid,
  saved_at timestamptz not null,
  remind_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, entry_id) references thread (workspace_id, entry_id),
  foreign key (workspace_id, reply_id) references reply (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create unique index saved_text_once on saved_text (workspace_id, person_id, subject_id);
create index saved_text_newest on saved_text (workspace_id, person_id, saved_at desc, id desc);

create table reaction (
  workspace_id uuid not null,
  subject_id uuid not null,
  emoji text not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, subject_id, emoji, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);

-- A reader found a reply too long, or missing context. Who it was is told to nobody.
create table reply_mark (
  workspace_id uuid not null,
  reply_id uuid not null,
  mark text not null check (mark in ('too-long', 'missing-context')),
  person_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, reply_id, mark, person_id),
  foreign key (workspace_id, reply_id) references reply (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);

-- One entry speaks of another: by #number in one of its texts, because it was split or elevated from it, or as an ask in it.
create table entry_link (
  workspace_id uuid not null,
  from_id uuid not null,
  -- The text that says so: a reply, or the entry itself.
  subject_id uuid not null,
  to_id uuid not null,
  how text not null check (how in ('mentions', 'split', 'elevated', 'asks')),
  at timestamptz not null,
  primary key (workspace_id, from_id, to_id, how, subject_id),
  foreign key (workspace_id, from_id) references entry (workspace_id, id),
  foreign key (workspace_id, to_id) references entry (workspace_id, id)
);
create index entry_link_to on entry_link (workspace_id, to_id);
create index entry_link_of_text on entry_link (workspace_id, subject_id);

create table change_notice (
  workspace_id uuid not null,
  entry_id uuid not null,
  was text not null,
  now text not null,
  since date not null,
  why text not null,
  primary key (workspace_id, entry_id),
  foreign key (workspace_id, entry_id) references thread (workspace_id, entry_id)
);

-- Who must read a change notice, and when they said that they had.
create table change_reader (
  workspace_id uuid not null,
  entry_id uuid not null,
  person_id uuid not null,
  read_at timestamptz,
  primary key (workspace_id, entry_id, person_id),
  foreign key (workspace_id, entry_id) references change_notice (workspace_id, entry_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);

-- A call offered where open questions went round too often: once a question, seen by the people concerned alone.
create table thread_call (
  workspace_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  -- The asks that are open, or the thread itself: ["..."].
  question_ids jsonb not null,
  state text not null check (state in ('offered', 'dismissed', 'proposed', 'closed')),
  why text not null check (why in ('rounds', 'messages', 'days')),
  rounds bigint not null,
  messages bigint not null,
  open_days bigint not null,
  -- What the agreement said then.
  limit_was bigint not null,
  -- Ids of the people concerned, and the open points as lines.
  people jsonb not null,
  agenda jsonb not null,
  offered_at timestamptz not null,
  starts_at timestamptz,
  minutes bigint,
  -- Why it takes longer than 15 minutes, or why it was declined.
  reason text not null default '',
  settled_by uuid,
  settled_at timestamptz,
  outcome_reply_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, entry_id) references thread (workspace_id, entry_id),
  foreign key (workspace_id, outcome_reply_id) references reply (workspace_id, id)
);
create index thread_call_of on thread_call (workspace_id, entry_id, offered_at desc, id desc);

-- A line that its person's next wrap in a space is offered, elevated from a text.
create table wrap_note (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  space_id uuid not null,
  entry_id uuid not null,
  text text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, space_id) references space (workspace_id, id),
  foreign key (workspace_id, entry_id) references thread (workspace_id, entry_id)
);
create index wrap_note_of on wrap_note (workspace_id, person_id, space_id, created_at);
