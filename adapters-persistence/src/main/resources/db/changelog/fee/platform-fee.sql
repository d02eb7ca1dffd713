--liquibase formatted sql

--changeset mercat:platform-fee
-- Every tariff that an administrator has set; the one of the highest version is in force.
create table platform_fee (
  tenant_id  uuid        not null default current_tenant(),
  version    bigint      not null check (version > 0),
  rate_ppm   bigint      not null check (rate_ppm between 0 and 1000000),
  tax_on_fee boolean     not null,
  set_at     timestamptz not null,
  primary key (tenant_id, version)
);
alter table platform_fee enable row level security, force row level security;
create policy own_tenant on platform_fee using (tenant_id = (select current_tenant()));
grant select, insert on platform_fee to ${app_role};
