--liquibase formatted sql

--changeset mercat:gateway-sweep
-- Until when all that the gateway has told is in the inboxes; the operator's tenant alone has a row.
create table gateway_sweep (
  tenant_id   uuid        not null default current_tenant(),
  swept_until timestamptz not null,
  primary key (tenant_id)
);
alter table gateway_sweep enable row level security, force row level security;
create policy own_tenant on gateway_sweep using (tenant_id = (select current_tenant()));
grant select, insert, update on gateway_sweep to ${app_role};
