-- Decisions in writing: their texts, who is named, positions, remarks on passages, links between records, and where imported ones came from.
-- A decision is an entry of kind decision with a thread of its own, which holds its discussion.

create table decision (
  workspace_id uuid not null,
  entry_id uuid not null,
  state text not null check (state in ('draft', 'open', 'call_needed', 'ready', 'decided', 'provisional', 'expired', 'withdrawn', 'lapsed', 'superseded', 'deprecated')),
  door text not null check (door in ('two_way', 'one_way')),
  -- Null once who was accountable has left.
  accountable_id uuid,
  -- What it says, as domain/decisions/content.ts writes it, and the number of the last save.
  content jsonb not null,
  version bigint not null default 1,
  -- Counts the texts that were shown while open.
  revision bigint not null default 0,
  window_days bigint not null,
  chosen_deadline timestamptz,
  hidden_until_mine boolean not null default false,
  created_at timestamptz not null,
  opened_at timestamptz,
  deadline timestamptz,
  -- Who of the readers sets the deadline; null where it was chosen.
  deadline_by uuid,
  phase text not null check (phase in ('first', 'extended', 'asked')),
  ready_by text check (ready_by in ('input', 'silence', 'call')),
  -- What came out of the call: {"at": "...", "outcome": "...", "objections": [position]}
  call jsonb,
  chosen_option text,
  signed_by uuid,
  signed_at timestamptz,
  provisional_until timestamptz,
  -- When it became a record, for lists and the timeline: the date of an imported one.
  decided_at timestamptz,
  reason text not null default '',
  review_on date,
  review_due boolean not null default false,
  triggers jsonb not null default '[]',
  tags jsonb not null default '[]',
  adr_number bigint,
  file_name text,
  -- Names of an imported record that are nobody here.
  deciders jsonb not null default '[]',
  from_thread uuid,
  -- The agreement as it would be, and the version that it was written on.
  agreement_text text,
  agreement_base bigint,
  primary key (workspace_id, entry_id),
  foreign key (workspace_id, entry_id) references thread (workspace_id, entry_id),
  foreign key (workspace_id, accountable_id) references person (workspace_id, id),
  foreign key (workspace_id, from_thread) references thread (workspace_id, entry_id)
);
create index decision_open on decision (workspace_id, deadline) where state in ('open', 'call_needed', 'ready');
-- A record counts from its day, anything else from when it was begun.
create index decision_newest on decision (workspace_id, coalesce(decided_at, created_at) desc, entry_id desc);
-- Records that wait for whoever minds them.
create index decision_minded on decision (workspace_id, accountable_id) where state = 'expired' or review_due;

-- Who is named, in which role; and what they have opened.
create table decision_person (
  workspace_id uuid not null,
  decision_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('responsible', 'consulted', 'informed')),
  position bigint not null,
  -- Why the accountable went on without them; null where they did not.
  waived text,
  primary key (workspace_id, decision_id, person_id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, entry_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index decision_person_by on decision_person (workspace_id, person_id, decision_id);

-- When somebody opened the text of the present revision; anybody may.
create table decision_seen (
  workspace_id uuid not null,
  decision_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, decision_id, person_id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, entry_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);

create table decision_position (
  workspace_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('support', 'no_concern', 'question', 'objection', 'abstain')),
  option_id text,
  trade_off_id text,
  text text not null default '',
  at timestamptz not null,
  revision bigint not null,
  -- A later position of the same person on the same point replaced it.
  replaced_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, entry_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index decision_position_of on decision_position (workspace_id, decision_id, at) where replaced_at is null;

-- Every text that was saved, for what changed since.
create table decision_version (
  workspace_id uuid not null,
  decision_id uuid not null,
  version bigint not null,
  revision bigint not null,
  content jsonb not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, decision_id, version),
  foreign key (workspace_id, decision_id) references decision (workspace_id, entry_id),
  foreign key (workspace_id, by_id) references person (workspace_id, id)
);

-- Remarks on passages: the field, the words, and what stood around them.
create table decision_remark (
  workspace_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  author_id uuid not null,
  field text not null,
  quote text not null,
  prefix text not null,
  suffix text not null,
  body text not null,
  in_reply_to uuid,
  at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, entry_id),
  foreign key (workspace_id, author_id) references person (workspace_id, id),
  foreign key (workspace_id, in_reply_to) references decision_remark (workspace_id, id)
);
create index decision_remark_of on decision_remark (workspace_id, decision_id, at);

-- supersedes: from is the newer one. depends_on: from needs what to says.
create table decision_link (
  workspace_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  how text not null check (how in ('supersedes', 'depends_on')),
  at timestamptz not null,
  primary key (workspace_id, from_id, to_id, how),
  foreign key (workspace_id, from_id) references decision (workspace_id, entry_id),
  foreign key (workspace_id, to_id) references decision (workspace_id, entry_id),
  check (from_id <> to_id)
);
create index decision_link_to on decision_link (workspace_id, to_id, how);

create table decision_step (
  workspace_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  at timestamptz not null,
  kind text not null,
  -- Null where Longhand itself acted.
  actor_id uuid,
  person_id uuid,
  text text not null default '',
  primary key (workspace_id, id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, entry_id)
);
create index decision_step_of on decision_step (workspace_id, decision_id, at, id);
create index decision_step_newest on decision_step (workspace_id, at desc);

-- The file that an imported record came from, byte for byte.
create table decision_source (
  workspace_id uuid not null,
  decision_id uuid not null,
  space_id uuid not null,
  path text not null,
  format text not null,
  text text not null,
  notes jsonb not null default '[]',
  -- What the file says of itself, and which records it names: [{"how": "supersedes", "target": "0003-old.md", "to": "uuid or null"}]
  state text not null,
  links jsonb not null default '[]',
  imported_at timestamptz not null,
  primary key (workspace_id, decision_id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, entry_id),
  foreign key (workspace_id, space_id) references space (workspace_id, id)
);
create index decision_source_path on decision_source (workspace_id, space_id, path);
