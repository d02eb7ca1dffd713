--liquibase formatted sql

--changeset mercat:admin-second-factor
-- Whether the administrators of a market need a second factor.
alter table tenant_settings
  add column admin_second_factor_required boolean not null default false;
