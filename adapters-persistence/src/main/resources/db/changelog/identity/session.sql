--liquibase formatted sql

--changeset mercat:user-session-family
-- What continues a session: the token that is good and the one it was exchanged for, by their
-- SHA-256 only. The mark and the salt open nothing without a token. No session of before could be
-- continued; its owner signs in again. The owner of the table sees all rows without force only.
alter table user_session no force row level security;
delete from user_session;
alter table user_session force row level security;
alter table user_session
  add column family_mark       text        not null check (family_mark ~ '^[A-Za-z0-9_-]{43}$'),
  add column used_token_sha256 text        check (used_token_sha256 ~ '^[0-9a-f]{64}$'),
  add column rotation_salt     text        check (rotation_salt ~ '^[A-Za-z0-9_-]{43}$'),
  add column rotated_at        timestamptz check (rotated_at >= opened_at),
  add column user_agent        text        check (length(user_agent) between 1 and 400),
  add column address           text        check (length(address) between 1 and 45),
  add column last_seen_at      timestamptz not null check (last_seen_at >= opened_at),
  add check (num_nulls(used_token_sha256, rotation_salt, rotated_at) in (0, 3));
create index user_session_by_end on user_session (tenant_id, coalesce(ended_at, expires_at));
grant delete on user_session to ${app_role};
