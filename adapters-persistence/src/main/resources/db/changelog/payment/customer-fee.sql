--liquibase formatted sql

--changeset mercat:payment-customer-fee
-- What is paid to the platform on top, and what of it is going back, is back and is owed. Its taxes
-- stand after those on the service.
alter table payment
  add column customer_fee_minor             bigint  not null default 0
    check (customer_fee_minor >= 0),
  add column customer_fee_returned_in_parts boolean not null default true,
  add column refunding_customer_fee_minor   bigint  not null default 0
    check (refunding_customer_fee_minor >= 0),
  add column refunded_customer_fee_minor    bigint  not null default 0
    check (refunded_customer_fee_minor >= 0),
  add column owed_customer_fee_minor        bigint  not null default 0,
  add constraint payment_customer_fee check
    (refunding_customer_fee_minor <= owed_customer_fee_minor
     and owed_customer_fee_minor + refunded_customer_fee_minor <= customer_fee_minor),
  add constraint payment_customer_fee_refunding check
    (refunding or refunding_customer_fee_minor = 0),
  add constraint payment_customer_fee_owed_of_what_is_there check
    (state in ('HELD', 'RELEASED', 'REFUNDING') or owed_customer_fee_minor = 0);
alter table payment_tax_line add column on_customer_fee boolean not null default false;

--changeset mercat:owed-customer-fee-is-not-released
drop trigger payment_owed_is_not_released on payment;
create trigger payment_owed_is_not_released before update on payment for each row
  when (old.state = 'HELD' and new.state = 'RELEASED'
        and (new.owed_service_minor > 0 or new.owed_tip_minor > 0
             or new.owed_customer_fee_minor > 0))
  execute function refuse_to_release_what_is_owed();

--changeset mercat:invoice-customer-fee
alter table invoice_tax_line add column on_customer_fee boolean not null default false;
alter table credit_note add column customer_fee_minor bigint not null default 0
  check (customer_fee_minor >= 0);
alter table credit_note_tax_line add column on_customer_fee boolean not null default false;
