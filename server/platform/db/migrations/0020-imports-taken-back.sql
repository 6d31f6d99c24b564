-- An import that was taken back, as far as nobody had built on it.

alter table import_run add column undone_at timestamptz;
alter table import_run add column undone_by uuid;
alter table import_run add constraint import_run_undone_by foreign key (workspace_id, undone_by) references person (workspace_id, id);
