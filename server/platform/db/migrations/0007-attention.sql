-- Attention: focus that people keep, how they want to be told, and what waits for whom until when and why.

create table focus_block (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('recurring', 'once')),
  what text not null default '',
  -- Of a recurring block: ISO weekdays, and HH:MM on the person's own clock.
  days jsonb not null default '[]',
  start_time text,
  end_time text,
  from_date date,
  until_date date,
  -- Of a block that was started by hand.
  starts_at timestamptz,
  ends_at timestamptz,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index focus_block_of_person on focus_block (workspace_id, person_id) where removed_at is null;

-- A running block that was left early: it ends here on this day, and goes on as before on others.
create table focus_left (
  workspace_id uuid not null,
  block_id uuid not null,
  person_id uuid not null,
  started_at timestamptz not null,
  left_at timestamptz not null,
  primary key (workspace_id, block_id, started_at),
  foreign key (workspace_id, block_id) references focus_block (workspace_id, id)
);
create index focus_left_of_person on focus_left (workspace_id, person_id, left_at);

-- What got done in a block, in the words of its person and for them alone.
create table focus_done (
  workspace_id uuid not null,
  person_id uuid not null,
  block_id uuid not null,
  started_at timestamptz not null,
  got_done text not null,
  noted_at timestamptz not null,
  primary key (workspace_id, person_id, block_id, started_at),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);

create table attention_settings (
  workspace_id uuid not null,
  person_id uuid not null,
  -- ["shift-start", "13:30"]
  windows jsonb not null,
  digest text not null check (digest in ('daily', 'weekly', 'off')),
  digest_at text,
  mail text not null check (mail in ('all', 'obligations', 'urgent', 'off')),
  push text not null check (push in ('all', 'obligations', 'urgent', 'off')),
  updated_at timestamptz not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);

-- One thing that one person is told of, once a cause. What it says is asked from its room when it is shown or leaves.
create table attention_item (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  event_key text not null,
  kind text not null,
  source text not null,
  subject_id uuid not null,
  -- The entry of its thread.
  conversation_id uuid not null,
  space_id uuid not null,
  author_id uuid,
  standing text not null check (standing in ('asked', 'mentioned', 'following', 'space', 'broadcast', 'muted')),
  urgent boolean not null default false,
  obliges boolean not null default false,
  created_at timestamptz not null,
  -- The earliest moment it may leave.
  not_before timestamptz not null,
  -- What the planner decided, with its reason, as domain/attention writes it.
  plan jsonb not null,
  deliver_at timestamptz,
  state text not null check (state in ('waiting', 'delivered', 'digest', 'read', 'withdrawn')),
  settled_at timestamptz,
  settled_reason text not null default '',
  batch_id uuid,
  snoozed_until timestamptz,
  done_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, conversation_id) references entry (workspace_id, id)
);
create unique index attention_item_once on attention_item (workspace_id, event_key, person_id);
create index attention_item_waiting on attention_item (workspace_id, person_id, deliver_at) where state = 'waiting';
create index attention_item_inbox on attention_item (workspace_id, person_id, settled_at desc, id desc) where done_at is null and state in ('delivered', 'digest');
create index attention_item_done on attention_item (workspace_id, person_id, done_at desc, id desc) where done_at is not null;
create index attention_item_subject on attention_item (workspace_id, subject_id);
create index attention_item_conversation on attention_item (workspace_id, conversation_id, person_id);

-- What reached one person at one moment.
create table attention_batch (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('now', 'focus_end', 'window', 'digest')),
  items bigint not null,
  urgent boolean not null,
  -- Whether it fell into the person's focus, or outside their working time.
  in_focus boolean not null,
  off_hours boolean not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index attention_batch_of_person on attention_batch (workspace_id, person_id, at);

create table meeting_free_exception (
  workspace_id uuid not null,
  id uuid not null,
  on_date date not null,
  reason text not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index meeting_free_exception_newest on meeting_free_exception (workspace_id, on_date desc, id);
