-- Asks: one question to one accountable person, with a clock that runs in their working time.

create table ask (
  workspace_id uuid not null,
  -- The entry of kind ask.
  entry_id uuid not null,
  -- The entry of the thread in which it stands; its own where it stands alone.
  thread_id uuid not null,
  asker_id uuid not null,
  kind text not null check (kind in ('answer', 'review', 'approve', 'feedback', 'input', 'fyi')),
  answerer_id uuid not null,
  -- Who was meant, before a cover.
  first_answerer_id uuid not null,
  -- The name of a response time of the agreement, and whether it is its most urgent one.
  urgency text not null,
  urgent boolean not null,
  urgent_reason text not null default '',
  scope text not null check (scope in ('brief', 'detailed')),
  criteria text not null default '',
  blocked_path text not null default '',
  silent_default text,
  chosen_due timestamptz,
  need_by timestamptz,
  state text not null check (state in ('open', 'seen', 'question_back', 'clarified', 'answered', 'declined', 'lapsed', 'overdue', 'escalated', 'withdrawn')),
  asked_at timestamptz not null,
  reads_at timestamptz,
  -- The whole time given, the clock as domain/asks writes it, and its due moment as shown.
  term jsonb not null,
  clock jsonb not null,
  due_at timestamptz not null,
  -- Who will stand in, and when, as far as is known: {"coverId": "...", "at": "..."}.
  takeover jsonb,
  seen_at timestamptz,
  acknowledged_at timestamptz,
  question text,
  clarification text,
  overdue_at timestamptz,
  -- Whom the escalation path told, in order; null for the space: ["...", null]
  escalated_to jsonb not null default '[]',
  escalated_at timestamptz,
  -- Of an urgent one: who was told how often, as domain/attention writes it.
  urgent_state jsonb,
  rating text check (rating in ('urgent', 'hour', 'day')),
  rated_at timestamptz,
  settled_at timestamptz,
  answered_by uuid,
  answer_reply_id uuid,
  primary key (workspace_id, entry_id),
  foreign key (workspace_id, entry_id) references entry (workspace_id, id),
  foreign key (workspace_id, thread_id) references entry (workspace_id, id),
  foreign key (workspace_id, asker_id) references person (workspace_id, id),
  foreign key (workspace_id, answerer_id) references person (workspace_id, id)
);
create index ask_owed on ask (workspace_id, answerer_id, due_at) where state in ('open', 'seen', 'question_back', 'clarified', 'overdue', 'escalated');
create index ask_awaited on ask (workspace_id, asker_id, due_at) where state in ('open', 'seen', 'question_back', 'clarified', 'overdue', 'escalated');
create index ask_of_thread on ask (workspace_id, thread_id, asked_at);
create index ask_urgent_of on ask (workspace_id, asker_id, asked_at) where urgent;

-- Others who may add; nobody waits for them.
create table ask_other (
  workspace_id uuid not null,
  ask_id uuid not null,
  person_id uuid not null,
  position bigint not null,
  primary key (workspace_id, ask_id, person_id),
  foreign key (workspace_id, ask_id) references ask (workspace_id, entry_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);

create table ask_step (
  workspace_id uuid not null,
  id uuid not null,
  ask_id uuid not null,
  at timestamptz not null,
  kind text not null,
  -- Null where Longhand itself acted.
  actor_id uuid,
  -- Whom it concerns: the new answerer, who was told, who left.
  person_id uuid,
  text text not null default '',
  due_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, ask_id) references ask (workspace_id, entry_id)
);
create index ask_step_of_ask on ask_step (workspace_id, ask_id, at, id);

-- Put aside by one person for a while; the clock runs on.
create table ask_snooze (
  workspace_id uuid not null,
  ask_id uuid not null,
  person_id uuid not null,
  until timestamptz not null,
  primary key (workspace_id, ask_id, person_id),
  foreign key (workspace_id, ask_id) references ask (workspace_id, entry_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
