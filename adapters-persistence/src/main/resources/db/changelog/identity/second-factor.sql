--liquibase formatted sql

--changeset mercat:second-factor
-- What a person shows beside the password. The secret is sealed, for both sides have to know it; of
-- the codes made of it none is good that is not of a later step than the last one. A row that is not
-- active is being set up.
create table second_factor (
  tenant_id     uuid        not null default current_tenant(),
  user_id       uuid        not null,
  sealed_secret bytea       not null,
  begun_at      timestamptz not null,
  active_since  timestamptz,
  last_step     bigint      not null check (last_step >= 0),
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references app_user
);
create index second_factor_by_age on second_factor (tenant_id, begun_at) where active_since is null;
alter table second_factor enable row level security, force row level security;
create policy own_tenant on second_factor using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on second_factor to ${app_role};

--changeset mercat:recovery-code
-- Takes the place of a code, once: whoever uses it takes the row away. It has 120 random bits, so
-- that its SHA-256 tells nothing of it.
create table recovery_code (
  tenant_id uuid not null default current_tenant(),
  user_id   uuid not null,
  sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (tenant_id, user_id, sha256),
  foreign key (tenant_id, user_id) references app_user
);
alter table recovery_code enable row level security, force row level security;
create policy own_tenant on recovery_code using (tenant_id = (select current_tenant()));
grant select, insert, delete on recovery_code to ${app_role};
