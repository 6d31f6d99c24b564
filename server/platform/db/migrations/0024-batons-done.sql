-- A baton that was accepted can be said to be done, with one line on what came of it.

alter table baton drop constraint baton_state_check, add constraint baton_state_check check (state in ('offered', 'returned', 'accepted', 'lapsed', 'unowned', 'withdrawn', 'done'));
alter table baton add column done_at timestamptz;
-- Null while it is not done; empty where nothing was said.
alter table baton add column outcome text;
create index baton_done on baton (workspace_id, giver_id, done_at) where state = 'done';
create index baton_finished on baton (workspace_id, receiver_id, done_at) where state = 'done';
