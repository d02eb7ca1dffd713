--liquibase formatted sql

--changeset mercat:user-token
-- What was sent to a person to do one thing once; of the token only its SHA-256 is kept. A person
-- has one for each purpose, and whoever uses it takes the row away.
create table user_token (
  tenant_id  uuid        not null default current_tenant(),
  user_id    uuid        not null,
  purpose    text        not null check (purpose in
               ('VERIFY_EMAIL', 'CHANGE_EMAIL', 'RESET_PASSWORD')),
  sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  email      text        not null check (length(email) between 3 and 254 and email = lower(email)),
  issued_at  timestamptz not null,
  expires_at timestamptz not null check (expires_at > issued_at),
  primary key (tenant_id, user_id, purpose),
  foreign key (tenant_id, user_id) references app_user
);
create unique index user_token_sha256 on user_token (tenant_id, sha256);
create index user_token_by_age on user_token (tenant_id, expires_at);
alter table user_token enable row level security, force row level security;
create policy own_tenant on user_token using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on user_token to ${app_role};

--changeset mercat:phone-challenge
-- A code that was sent to a telephone, hashed as passwords are, and how often it was tried.
create table phone_challenge (
  tenant_id uuid        not null default current_tenant(),
  user_id   uuid        not null,
  phone     text        not null check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  code_hash text        not null check (code_hash like '$%' and length(code_hash) <= 500),
  tries     integer     not null default 0 check (tries >= 0),
  sent_at   timestamptz not null,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references app_user
);
create index phone_challenge_by_age on phone_challenge (tenant_id, sent_at);
alter table phone_challenge enable row level security, force row level security;
create policy own_tenant on phone_challenge using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on phone_challenge to ${app_role};

--changeset mercat:sign-in-failure
-- Wrong passwords in a row. The key is an HMAC of whom and where they were told for, so that the
-- row says nothing of a person.
create table sign_in_failure (
  tenant_id uuid        not null default current_tenant(),
  key       text        not null check (key ~ '^[0-9A-Za-z]{32,100}$'),
  failures  integer     not null check (failures > 0),
  last_at   timestamptz not null,
  primary key (tenant_id, key)
);
create index sign_in_failure_by_age on sign_in_failure (tenant_id, last_at);
alter table sign_in_failure enable row level security, force row level security;
create policy own_tenant on sign_in_failure using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on sign_in_failure to ${app_role};
