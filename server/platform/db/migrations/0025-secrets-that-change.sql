-- The secret of the instance can be changed: what was signed by the one before still counts, and webhooks keep a secret of their own.

alter table instance add column secret_before bytea;
alter table instance add column webhook_secret bytea not null default '';
update instance set webhook_secret = secret;
alter table instance alter column webhook_secret drop default;
