-- When people work. Periods follow one another: a move to another zone is a new period.

create table work_period (
  workspace_id uuid not null,
  person_id uuid not null,
  -- Local date from which it holds; 0001-01-01 means always.
  from_date date not null,
  zone text not null,
  -- A date in the week that is weeks[0].
  anchor date not null,
  weeks jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, person_id, from_date),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);

create table holiday_calendar (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  name text not null,
  -- `bundled:DE-BE`, or `upload` for an ICS file that somebody gave.
  source text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

create table holiday (
  workspace_id uuid not null,
  calendar_id uuid not null,
  on_date date not null,
  name text not null,
  primary key (workspace_id, calendar_id, on_date, name),
  foreign key (workspace_id, calendar_id) references holiday_calendar (workspace_id, id)
);

create table person_holiday_calendar (
  workspace_id uuid not null,
  person_id uuid not null,
  calendar_id uuid not null,
  primary key (workspace_id, person_id, calendar_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, calendar_id) references holiday_calendar (workspace_id, id)
);

create table absence (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  cover_id uuid,
  note text not null default '',
  created_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (workspace_id, id),
  check (starts_at < ends_at),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, cover_id) references person (workspace_id, id)
);
create index absence_of_person on absence (workspace_id, person_id, ends_at) where cancelled_at is null;

-- One shift of `giver` taken over by `taker`; counts once accepted.
create table shift_swap (
  workspace_id uuid not null,
  id uuid not null,
  giver_id uuid not null,
  taker_id uuid not null,
  on_date date not null,
  -- The shift's spans as instants, fixed when it was offered: [{"start": "...", "end": "..."}].
  spans jsonb not null,
  ends_at timestamptz not null,
  state text not null check (state in ('offered', 'accepted', 'declined', 'withdrawn')),
  note text not null default '',
  created_at timestamptz not null,
  answered_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, giver_id) references person (workspace_id, id),
  foreign key (workspace_id, taker_id) references person (workspace_id, id)
);
create unique index shift_swap_once on shift_swap (workspace_id, giver_id, on_date) where state in ('offered', 'accepted');
create index shift_swap_taker on shift_swap (workspace_id, taker_id, ends_at);
