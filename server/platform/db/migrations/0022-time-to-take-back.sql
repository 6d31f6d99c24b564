-- How long what somebody sent can be taken back before anybody is told, as they chose it. Unit: seconds.

alter table person add column undo_s smallint not null default 10 check (undo_s in (10, 30, 60, 120));
