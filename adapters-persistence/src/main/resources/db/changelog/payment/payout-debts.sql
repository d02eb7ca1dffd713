--liquibase formatted sql

--changeset mercat:payout-debts-are-found
-- What is asked back of a provider, and what it owes, is looked at before each payout to its bank.
create index transfer_reversing on transfer (tenant_id, booking_id, created_at)
  where reversing_minor > 0;
create index earning_owing on earning (tenant_id, provider_id, currency, released_at)
  where due_minor < 0;
