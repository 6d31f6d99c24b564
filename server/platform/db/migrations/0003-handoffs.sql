-- Wraps, the batons in them with every step of their history, and the briefs that were composed.

create table wrap (
  workspace_id uuid not null,
  entry_id uuid not null,
  shift_start timestamptz,
  shift_end timestamptz,
  state_text text not null,
  next_action text not null,
  most_important text not null,
  -- How long writing took; shown to the author alone.
  seconds_taken bigint,
  primary key (workspace_id, entry_id),
  foreign key (workspace_id, entry_id) references entry (workspace_id, id)
);

create table wrap_line (
  workspace_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  position bigint not null,
  kind text not null check (kind in ('done', 'blocker', 'decision', 'question')),
  text text not null,
  -- Who owns the blocker, or who can answer the question.
  person_id uuid,
  eta timestamptz,
  -- Why it was decided.
  why text not null default '',
  -- Where a prefilled line came from: {"kind": "git", "commits": ["..."]}.
  source jsonb,
  cleared_at timestamptz,
  cleared_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, entry_id) references wrap (workspace_id, entry_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index wrap_line_of_entry on wrap_line (workspace_id, entry_id, position);
create index wrap_line_cleared on wrap_line (workspace_id, cleared_by, cleared_at) where cleared_by is not null;
create index wrap_line_open on wrap_line (workspace_id, person_id) where cleared_at is null and kind in ('blocker', 'question');

create table baton (
  workspace_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  position bigint not null,
  space_id uuid not null,
  text text not null,
  next_step text not null default '',
  giver_id uuid not null,
  to_kind text not null check (to_kind in ('person', 'role', 'shift')),
  to_person_id uuid,
  to_role_id uuid,
  -- Who is asked now: the receiver, later their cover. Null while nobody could be found.
  receiver_id uuid,
  -- Who was asked first, before any cover.
  first_receiver_id uuid,
  -- Whom it would go to at lapses_at, as was shown; asked again when the moment comes.
  cover_id uuid,
  state text not null check (state in ('offered', 'returned', 'accepted', 'lapsed', 'unowned', 'withdrawn')),
  question text,
  answer text,
  -- Since when the present receiver is asked.
  offered_at timestamptz not null,
  -- Start of the shift in which the receiver should take it.
  starts_at timestamptz,
  lapses_at timestamptz,
  accepted_at timestamptz,
  unowned_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, entry_id) references wrap (workspace_id, entry_id),
  foreign key (workspace_id, space_id) references space (workspace_id, id),
  foreign key (workspace_id, giver_id) references person (workspace_id, id),
  foreign key (workspace_id, receiver_id) references person (workspace_id, id)
);
create index baton_of_entry on baton (workspace_id, entry_id, position);
create index baton_for_receiver on baton (workspace_id, receiver_id) where state in ('offered', 'returned', 'lapsed');
create index baton_of_giver on baton (workspace_id, giver_id) where state in ('offered', 'returned', 'lapsed', 'unowned');
create index baton_by_receiver on baton (workspace_id, receiver_id, id);
create index baton_by_giver on baton (workspace_id, giver_id, id);
create index baton_by_space on baton (workspace_id, space_id, id);
create index baton_accepted on baton (workspace_id, receiver_id, accepted_at) where state = 'accepted';
create index baton_unowned on baton (workspace_id, space_id) where state = 'unowned';

create table baton_step (
  workspace_id uuid not null,
  id uuid not null,
  baton_id uuid not null,
  at timestamptz not null,
  kind text not null,
  -- Null where Longhand itself acted.
  actor_id uuid,
  receiver_id uuid,
  text text not null default '',
  primary key (workspace_id, id),
  foreign key (workspace_id, baton_id) references baton (workspace_id, id)
);
create index baton_step_of_baton on baton_step (workspace_id, baton_id, at, id);

create table brief (
  workspace_id uuid not null,
  id uuid not null,
  reader_id uuid not null,
  shift_start timestamptz not null,
  shift_end timestamptz not null,
  -- From when on changes are told: the end of the reader's shift before.
  since timestamptz not null,
  composed_at timestamptz not null,
  opened_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, reader_id) references person (workspace_id, id)
);
create unique index brief_once on brief (workspace_id, reader_id, shift_start);
