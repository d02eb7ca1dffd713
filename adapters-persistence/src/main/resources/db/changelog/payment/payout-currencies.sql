--liquibase formatted sql

--changeset mercat:payout-currencies
-- What is due is looked at currency by currency, the oldest first.
drop index earning_due;
create index earning_due on earning (tenant_id, provider_id, currency, released_at)
  where due_minor > 0;
