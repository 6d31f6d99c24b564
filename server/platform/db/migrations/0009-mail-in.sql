-- Mail that comes in, the addresses that it comes to, and what people want no more of.

-- Where a reply to one mail goes: it acts for one person on one thing. The address that people see is signed over this row.
create table reply_address (
  workspace_id uuid not null references workspace (id),
  id bigint generated always as identity,
  person_id uuid not null,
  -- What it acts on, such as a baton; the room of that kind knows what a reply does.
  subject_kind text not null,
  subject_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index reply_address_of_person on reply_address (workspace_id, person_id, subject_kind, subject_id);

-- Every mail that came to a reply address, with what became of it. The mail itself is kept for 30 days at most.
create table mail_in (
  workspace_id uuid not null,
  id uuid not null,
  reply_address_id bigint not null,
  -- Its Message-ID, or a hash of it where it has none: a copy acts once.
  message_key text not null,
  message_id text,
  from_address text not null,
  title text not null,
  size_bytes bigint not null,
  received_at timestamptz not null,
  state text not null check (state in ('waiting', 'done', 'refused', 'ignored')),
  -- What became of it, in one sentence; empty while it waits.
  outcome text not null default '',
  settled_at timestamptz,
  raw bytea,
  primary key (workspace_id, id),
  foreign key (workspace_id, reply_address_id) references reply_address (workspace_id, id)
);
create unique index mail_in_once on mail_in (workspace_id, reply_address_id, message_key);
create index mail_in_of_address on mail_in (workspace_id, reply_address_id, received_at);
create index mail_in_newest on mail_in (workspace_id, received_at desc, id desc);

-- Kinds of mail that somebody wants no more of.
create table mail_unsubscribe (
  workspace_id uuid not null,
  person_id uuid not null,
  kind text not null,
  at timestamptz not null,
  primary key (workspace_id, person_id, kind),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);

-- The kind of a mail, for wishes; null for what must arrive, such as sign-in links.
alter table delivery add column kind text;
-- Where a reply to it goes; null where a reply does nothing.
alter table delivery add column reply_address_id bigint;
-- The Message-ID under which mail programs put it together with others.
alter table delivery add column in_reply_to text;
