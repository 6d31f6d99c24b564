-- What was deleted goes after 30 days: the row stays, so that numbers and links keep saying that something was there, and
-- holds no words any more from the moment that stands here.

alter table entry add column purged_at timestamptz;
alter table reply add column purged_at timestamptz;

-- What was deleted before this.
insert into timer (workspace_id, id, kind, key, due_at, next_try_at, payload)
  select workspace_id, gen_random_uuid(), 'trash.entry', id::text, deleted_at + interval '720 hours', deleted_at + interval '720 hours', jsonb_build_object('entryId', id::text) from entry where deleted_at is not null;
insert into timer (workspace_id, id, kind, key, due_at, next_try_at, payload)
  select workspace_id, gen_random_uuid(), 'trash.reply', id::text, deleted_at + interval '720 hours', deleted_at + interval '720 hours', jsonb_build_object('replyId', id::text) from reply where deleted_at is not null;
