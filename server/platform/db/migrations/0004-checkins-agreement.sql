-- Check-ins: forms of a space, the prompts of each person on their own clock, and the answers. The working agreement as versions.

create table checkin_form (
  workspace_id uuid not null,
  id uuid not null,
  space_id uuid not null,
  kind text not null check (kind in ('standup', 'weekly_plans', 'weekly_shipped', 'custom')),
  name text not null,
  -- [{"key": "today", "text": "What will you do today?", "required": true}]
  questions jsonb not null,
  -- {"days": [1,2,3,4,5], "at": "shift_start" | "09:30", "every_weeks": 1, "window_minutes": 240}; the window is null
  -- where it follows the agreement's standup.
  schedule jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  paused_at timestamptz,
  archived_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, space_id) references space (workspace_id, id)
);
create index checkin_form_of_space on checkin_form (workspace_id, space_id);

-- Somebody pauses a form for themselves, until a date or until further notice.
create table checkin_pause (
  workspace_id uuid not null,
  form_id uuid not null,
  person_id uuid not null,
  until date,
  primary key (workspace_id, form_id, person_id),
  foreign key (workspace_id, form_id) references checkin_form (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);

create table checkin_prompt (
  workspace_id uuid not null,
  id uuid not null,
  form_id uuid not null,
  person_id uuid not null,
  -- The person's own local date.
  on_date date not null,
  asked_at timestamptz not null,
  -- Until then an answer is expected; nobody is called late before.
  window_ends_at timestamptz not null,
  state text not null check (state in ('open', 'answered', 'skipped', 'missed')),
  reason text not null default '',
  -- Answers prepared from last evening's wrap: {"yesterday": {"text": "...", "source": 128}}
  prefill jsonb not null default '{}',
  entry_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, form_id) references checkin_form (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, entry_id) references entry (workspace_id, id)
);
create unique index checkin_prompt_once on checkin_prompt (workspace_id, form_id, person_id, on_date);
create index checkin_prompt_open on checkin_prompt (workspace_id, person_id) where state = 'open';

create table checkin_answer (
  workspace_id uuid not null,
  entry_id uuid not null,
  position bigint not null,
  key text not null,
  question text not null,
  text text not null,
  -- The wrap that pre-answered it, where the author kept that.
  source_number bigint,
  primary key (workspace_id, entry_id, position),
  foreign key (workspace_id, entry_id) references entry (workspace_id, id)
);

create table agreement_version (
  workspace_id uuid not null references workspace (id),
  version bigint not null,
  -- Markdown with YAML front matter, as it is pulled and pushed.
  text text not null,
  -- The front matter, read and completed with defaults.
  settings jsonb not null,
  reason text not null,
  author_id uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, version),
  foreign key (workspace_id, author_id) references person (workspace_id, id)
);

create table agreement_acknowledgement (
  workspace_id uuid not null,
  version bigint not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, version, person_id),
  foreign key (workspace_id, version) references agreement_version (workspace_id, version),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
