--liquibase formatted sql

--changeset mercat:payment-owed
-- What has been promised to go back to the client and has not arrived: what is under way, and what
-- a refund that came to nothing has left. Money that is owed cannot be released.
alter table payment
  add column owed_service_minor bigint not null default 0,
  add column owed_tip_minor     bigint not null default 0;
alter table payment_tax_line
  add column owed_minor bigint not null default 0;

alter table payment no force row level security;
alter table payment_tax_line no force row level security;
update payment set owed_service_minor = refunding_service_minor, owed_tip_minor = refunding_tip_minor
 where refunding;
update payment_tax_line set owed_minor = refunding_minor where refunding_minor > 0;
alter table payment force row level security;
alter table payment_tax_line force row level security;

alter table payment
  alter column owed_service_minor drop default,
  alter column owed_tip_minor drop default,
  add check (owed_service_minor >= refunding_service_minor),
  add check (owed_tip_minor >= refunding_tip_minor),
  add check (owed_service_minor + refunded_service_minor <= service_minor),
  add check (owed_tip_minor + refunded_tip_minor <= tip_minor),
  add constraint payment_owed_is_held check
    (state in ('HELD', 'REFUNDING') or owed_service_minor = 0 and owed_tip_minor = 0);
alter table payment_tax_line
  alter column owed_minor drop default,
  add check (owed_minor >= refunding_minor),
  add check (owed_minor + refunded_minor <= amount_minor);
