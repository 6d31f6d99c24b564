-- Runs of runbooks: a page's steps of one moment, who ticked them, and what went differently.

-- A page run again and again: who is responsible, and its next turn.
create table run_schedule (
  workspace_id uuid not null,
  id uuid not null,
  page_id uuid not null,
  title text not null,
  rhythm jsonb not null,
  -- One of the two: a person, or the role whose holders run it.
  person_id uuid,
  role_id uuid,
  created_by uuid not null,
  created_at timestamptz not null,
  paused_at timestamptz,
  ended_at timestamptz,
  -- The next turn, as planned now.
  next_on date,
  next_at timestamptz,
  next_person_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, page_id) references page (workspace_id, entry_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, role_id) references team_role (workspace_id, id),
  foreign key (workspace_id, created_by) references person (workspace_id, id),
  foreign key (workspace_id, next_person_id) references person (workspace_id, id),
  check (num_nonnulls(person_id, role_id) = 1)
);
create index run_schedule_of on run_schedule (workspace_id, page_id);

create table run (
  workspace_id uuid not null,
  id uuid not null,
  page_id uuid not null,
  -- The version of the page whose steps it keeps.
  version bigint not null,
  title text not null,
  why text not null default '',
  state text not null default 'running' check (state in ('running', 'finished', 'abandoned')),
  started_at timestamptz not null,
  started_by uuid not null,
  holder_id uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  outcome text not null default '',
  -- What went differently was saved into the page.
  fed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, page_id) references page (workspace_id, entry_id),
  foreign key (workspace_id, started_by) references person (workspace_id, id),
  foreign key (workspace_id, holder_id) references person (workspace_id, id),
  foreign key (workspace_id, ended_by) references person (workspace_id, id),
  check ((state = 'running') = (ended_at is null))
);
create index run_of on run (workspace_id, page_id, started_at desc);
create index run_newest on run (workspace_id, started_at desc, id desc);
create index run_running on run (workspace_id, holder_id) where state = 'running';

create table run_step (
  workspace_id uuid not null,
  run_id uuid not null,
  -- Its place, from 1; a step below another is one deeper.
  step bigint not null,
  depth bigint not null,
  title text not null,
  body text not null,
  -- What it asks whom: {to, question, ticks}; null where it asks nobody.
  asks jsonb,
  state text not null default 'open' check (state in ('open', 'done', 'skipped')),
  by_id uuid,
  at timestamptz,
  reason text not null default '',
  -- The ask that it opened, and whether its answer ticks the step.
  ask_id uuid,
  ask_ticks boolean not null default false,
  primary key (workspace_id, run_id, step),
  foreign key (workspace_id, run_id) references run (workspace_id, id),
  foreign key (workspace_id, by_id) references person (workspace_id, id),
  foreign key (workspace_id, ask_id) references entry (workspace_id, id),
  check ((state = 'open') = (at is null))
);
create index run_step_asking on run_step (workspace_id, ask_id) where ask_id is not null;

create table run_note (
  workspace_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  step bigint not null,
  by_id uuid not null,
  at timestamptz not null,
  text text not null,
  -- It went differently from what the page says.
  different boolean not null default false,
  primary key (workspace_id, id),
  foreign key (workspace_id, run_id, step) references run_step (workspace_id, run_id, step),
  foreign key (workspace_id, by_id) references person (workspace_id, id)
);
create index run_note_of on run_note (workspace_id, run_id, at);

-- One turn of a schedule: whose it is, and what came of it.
create table run_turn (
  workspace_id uuid not null,
  id uuid not null,
  schedule_id uuid not null,
  date date not null,
  due_at timestamptz not null,
  person_id uuid not null,
  state text not null default 'due' check (state in ('due', 'started', 'missed', 'skipped')),
  -- Told a second time, since nobody had started it in time.
  told_again_at timestamptz,
  run_id uuid,
  reason text not null default '',
  primary key (workspace_id, id),
  unique (workspace_id, schedule_id, date),
  foreign key (workspace_id, schedule_id) references run_schedule (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, run_id) references run (workspace_id, id)
);
create index run_turn_due on run_turn (workspace_id, person_id) where state = 'due';
create index run_turn_run on run_turn (workspace_id, run_id) where run_id is not null;

-- Whom we reminded last that the time of a page runs out, and at which stage, so that no stage is told twice.
create table page_reminder (
  workspace_id uuid not null,
  page_id uuid not null,
  person_id uuid not null,
  expires_on date not null,
  stage text not null check (stage in ('soon', 'due')),
  primary key (workspace_id, page_id),
  foreign key (workspace_id, page_id) references page (workspace_id, entry_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
