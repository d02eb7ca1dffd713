--liquibase formatted sql

--changeset mercat:sealed-answers
-- An answer may tell a secret once, such as a new key, so it is sealed with a key that the database
-- has not. Answers of before lay open and are forgotten; what made something keeps its key.
alter table idempotency_key no force row level security;
delete from idempotency_key where made_id is null;
alter table idempotency_key force row level security;
alter table idempotency_key
  drop column answer,
  add column sealed_answer bytea check (octet_length(sealed_answer) <= 4194304),
  add check (made_id is not null or sealed_answer is not null);
