--liquibase formatted sql

--changeset mercat:app-user
-- A person as the market knows him or her. The address is unique among those who are not deleted.
create table app_user (
  tenant_id     uuid        not null default current_tenant(),
  id            uuid        not null,
  email         text        not null check (length(email) between 3 and 254 and email = lower(email)),
  first_name    text        not null check (length(first_name) between 1 and 100),
  last_name     text        not null check (length(last_name) between 1 and 100),
  password_hash text        not null check (password_hash like '$%' and length(password_hash) <= 500),
  status        text        not null check (status in
                  ('PENDING_VERIFICATION', 'ACTIVE', 'INACTIVE', 'SUSPENDED', 'BANNED')),
  registered_at timestamptz not null,
  deleted_at    timestamptz check (deleted_at >= registered_at),
  version       bigint      not null default 0 check (version >= 0),
  primary key (tenant_id, id)
);
create unique index app_user_email on app_user (tenant_id, email) where deleted_at is null;
alter table app_user enable row level security, force row level security;
create policy own_tenant on app_user using (tenant_id = (select current_tenant()));
grant select, insert, update on app_user to ${app_role};

--changeset mercat:user-role
create table user_role (
  tenant_id uuid not null default current_tenant(),
  user_id   uuid not null,
  role      text not null check (role in
              ('GUEST', 'CLIENT', 'PROVIDER', 'DRIVER', 'ADMIN', 'SUPER_ADMIN')),
  primary key (tenant_id, user_id, role),
  foreign key (tenant_id, user_id) references app_user
);
alter table user_role enable row level security, force row level security;
create policy own_tenant on user_role using (tenant_id = (select current_tenant()));
grant select, insert, delete on user_role to ${app_role};

--changeset mercat:user-session
-- From signing in to signing out. Of the refresh token only its SHA-256 is kept.
create table user_session (
  tenant_id            uuid        not null default current_tenant(),
  id                   uuid        not null,
  user_id              uuid        not null,
  refresh_token_sha256 text        not null check (refresh_token_sha256 ~ '^[0-9a-f]{64}$'),
  opened_at            timestamptz not null,
  expires_at           timestamptz not null check (expires_at > opened_at),
  ended_at             timestamptz,
  version              bigint      not null default 0 check (version >= 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references app_user
);
create index user_session_of_user on user_session (tenant_id, user_id);
create unique index user_session_refresh_token on user_session (tenant_id, refresh_token_sha256);
alter table user_session enable row level security, force row level security;
create policy own_tenant on user_session using (tenant_id = (select current_tenant()));
grant select, insert, update on user_session to ${app_role};

--changeset mercat:signing-key
-- What access tokens are signed with: one key that is in use, and those that were before.
create table signing_key (
  tenant_id   uuid        not null default current_tenant(),
  id          uuid        not null,
  private_key bytea       not null,
  public_key  bytea       not null,
  retired_at  timestamptz,
  primary key (tenant_id, id)
);
create unique index signing_key_in_use on signing_key (tenant_id) where retired_at is null;
alter table signing_key enable row level security, force row level security;
create policy own_tenant on signing_key using (tenant_id = (select current_tenant()));
grant select, insert, update on signing_key to ${app_role};
