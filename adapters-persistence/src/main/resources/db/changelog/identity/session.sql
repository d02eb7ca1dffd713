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

--changeset mercat:signing-key-sealed
-- The private half is sealed with a key that the database has not; the latest key whose time has
-- come signs. Keys of before lay open, so none of them is kept: tokens last ten minutes anyway.
alter table signing_key no force row level security;
delete from signing_key;
alter table signing_key force row level security;
drop index signing_key_in_use;
alter table signing_key
  drop column private_key,
  drop column retired_at,
  add column number     int         not null check (number > 0),
  add column signs_from timestamptz not null,
  add column sealed_key bytea       not null,
  add constraint signing_key_number unique (tenant_id, number);
revoke update on signing_key from ${app_role};
grant delete on signing_key to ${app_role};
