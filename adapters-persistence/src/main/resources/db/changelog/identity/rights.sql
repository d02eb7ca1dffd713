--liquibase formatted sql

--changeset mercat:user-permission
-- What was granted or denied to one person beside the roles.
create table user_permission (
  tenant_id  uuid not null default current_tenant(),
  user_id    uuid not null,
  permission text not null check (permission ~ '^[A-Z][A-Z_]{1,49}$'),
  effect     text not null check (effect in ('GRANT', 'DENY')),
  primary key (tenant_id, user_id, permission),
  foreign key (tenant_id, user_id) references app_user
);
alter table user_permission enable row level security, force row level security;
create policy own_tenant on user_permission using (tenant_id = (select current_tenant()));
grant select, insert, delete on user_permission to ${app_role};
