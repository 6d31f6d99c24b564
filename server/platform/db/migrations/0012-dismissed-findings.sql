-- Findings of the check before sending that somebody set aside while writing, with their reason. Nobody but them reads it.

create table writing_dismissal (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- The page on which the text is written.
  place text not null,
  rule text not null,
  message text not null,
  -- The words it spoke of, shortened; what is compared is the hash of all of them.
  said text not null,
  said_hash bytea not null,
  reason text not null,
  at timestamptz not null,
  -- When the text was sent; the next one that is written there is another text.
  over_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create unique index writing_dismissal_once on writing_dismissal (workspace_id, person_id, place, rule, said_hash) where over_at is null;
create index writing_dismissal_of on writing_dismissal (workspace_id, person_id, at desc, id desc);
