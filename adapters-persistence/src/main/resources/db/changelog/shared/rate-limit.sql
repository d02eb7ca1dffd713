--liquibase formatted sql

--changeset mercat:rate-limit-bucket
-- How many requests somebody has left; the state is Bucket4j's own. It belongs to the installation:
-- requests are counted before it is known who sends them. Nothing is lost with it but counts.
create unlogged table rate_limit_bucket (
  holder         bytea  primary key check (length(holder) = 32),
  state          bytea,
  expires_millis bigint
);
create index rate_limit_bucket_by_end on rate_limit_bucket (expires_millis);
grant select, insert, update, delete on rate_limit_bucket to ${app_role};
