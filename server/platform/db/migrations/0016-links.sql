-- What texts point at: #numbers, pasted addresses of ours, titles in double brackets, and people who are called. A text is an
-- entry or a reply, as in entry_text; server/entries/links.ts keeps its links in the transaction that writes it.

create table text_link (
  workspace_id uuid not null,
  text_id uuid not null,
  -- Its place among the links of the text, from 0; what is named twice stands once.
  place bigint not null,
  -- The entry that the text is, or is part of.
  from_id uuid not null,
  kind text not null check (kind in ('number', 'url', 'title', 'person')),
  -- Exactly one of them; a number or title need not stand for anything yet, and may come to.
  to_number bigint,
  to_title text,
  to_person uuid,
  -- As it was written: `#128`, `[[Deploying]]`.
  written text not null,
  -- The words around it.
  sentence text not null,
  -- The space in which the entry of that number stood when this was written.
  stood_in uuid,
  primary key (workspace_id, text_id, place),
  foreign key (workspace_id, from_id) references entry (workspace_id, id),
  foreign key (workspace_id, to_person) references person (workspace_id, id),
  check (num_nonnulls(to_number, to_title, to_person) = 1)
);
create index text_link_to_number on text_link (workspace_id, to_number) where to_number is not null;
create index text_link_to_title on text_link (workspace_id, to_title) where to_title is not null;
create index text_link_to_person on text_link (workspace_id, to_person) where to_person is not null;
create index text_link_from on text_link (workspace_id, from_id);

-- Every title that an entry written to stay has had, in the form in which titles are compared, so that links survive a new name.
create table entry_title (
  workspace_id uuid not null,
  entry_id uuid not null,
  title_key text not null,
  primary key (workspace_id, entry_id, title_key),
  foreign key (workspace_id, entry_id) references entry (workspace_id, id)
);
create index entry_title_named on entry_title (workspace_id, title_key);

-- What one entry says of another in its words stands above from now on; this keeps what was made from what.
delete from entry_link where how = 'mentions';
alter table entry_link drop constraint entry_link_how_check;
alter table entry_link add constraint entry_link_how_check check (how in ('split', 'elevated', 'asks'));

-- What was written before this is read once more.
insert into timer (workspace_id, id, kind, key, due_at, next_try_at, payload)
  select id, gen_random_uuid(), 'links.fill', 'all', created_at, created_at, '{}' from workspace;
