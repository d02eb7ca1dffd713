--liquibase formatted sql

--changeset mercat:payee-ended
-- Since when the gateway does not show the account to the market any more.
alter table payee add column ended_at timestamptz;
alter table payee add constraint payee_that_has_ended_is_not_paid
  check (ended_at is null or (reference is not null and not payouts_enabled));
create index payee_by_account on payee (tenant_id, reference);
