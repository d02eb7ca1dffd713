--liquibase formatted sql

--changeset mercat:payer
-- The persons' customers at the gateway, one each.
create table payer (
  tenant_id uuid    not null default current_tenant(),
  user_id   uuid    not null,
  reference text    check (length(reference) between 1 and 255),
  forgotten boolean not null,
  version   bigint  not null check (version >= 0),
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references app_user
);
create unique index payer_reference on payer (tenant_id, reference);
create index payer_present on payer (tenant_id, user_id) where not forgotten;
alter table payer enable row level security, force row level security;
create policy own_tenant on payer using (tenant_id = (select current_tenant()));
grant select, insert, update on payer to ${app_role};

--changeset mercat:payment-method
-- Cards that the gateway keeps for their owners: its names of them, and what people know them by.
create table payment_method (
  tenant_id       uuid        not null default current_tenant(),
  id              uuid        not null,
  user_id         uuid        not null,
  payer_reference text        not null check (length(payer_reference) between 1 and 255),
  brand           text        not null check (brand ~ '^[a-z_]{1,40}$'),
  last_digits     text        not null check (last_digits ~ '^[0-9]{4}$'),
  expiry_month    smallint    not null check (expiry_month between 1 and 12),
  expiry_year     smallint    not null check (expiry_year between 2000 and 2999),
  preferred       boolean     not null check (not preferred or state = 'SAVED'),
  state           text        not null check (state in ('ASKED', 'SAVED', 'REFUSED', 'REMOVED')),
  state_at        timestamptz not null,
  token           text        check (length(token) between 1 and 255),
  failure         text        check (failure ~ '^[A-Z_]{1,40}$'),
  version         bigint      not null check (version >= 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references payer,
  check ((token is not null) = (state = 'SAVED')),
  check ((failure is not null) = (state = 'REFUSED'))
);
create index payment_method_of_user on payment_method (tenant_id, user_id, id);
create unique index payment_method_preferred on payment_method (tenant_id, user_id)
  where preferred;
alter table payment_method enable row level security, force row level security;
create policy own_tenant on payment_method using (tenant_id = (select current_tenant()));
grant select, insert, update on payment_method to ${app_role};

--changeset mercat:operations-of-payers
-- The gateway is asked for a customer, to keep a card, to keep it no longer, and to forget them.
alter table payment_operation
  drop constraint payment_operation_subject_kind_check,
  drop constraint payment_operation_step_check,
  drop constraint payment_operation_check1,
  drop constraint payment_operation_check2,
  drop constraint payment_operation_check3,
  add column payer_reference text check (length(payer_reference) between 1 and 255),
  add constraint payment_operation_subject_kind_check
    check (subject_kind in ('booking', 'provider', 'payout', 'payer', 'payment_method')),
  add constraint payment_operation_step_check check
    (step in ('CAPTURE', 'REFUND', 'OPEN_PAYEE', 'TRANSFER', 'REVERSE', 'PAY_OUT', 'OPEN_PAYER',
              'SAVE_METHOD', 'REMOVE_METHOD', 'FORGET_PAYER')),
  add constraint payment_operation_moves_money check
    ((amount_minor is not null)
      = (step in ('CAPTURE', 'REFUND', 'TRANSFER', 'REVERSE', 'PAY_OUT'))),
  add constraint payment_operation_amount_has_a_currency
    check ((amount_minor is null) = (currency is null)),
  add constraint payment_operation_with_a_method
    check ((method is not null) = (step in ('CAPTURE', 'SAVE_METHOD', 'REMOVE_METHOD'))),
  add constraint payment_operation_of_a_payer check
    (case when step in ('SAVE_METHOD', 'REMOVE_METHOD', 'FORGET_PAYER')
          then payer_reference is not null
          else payer_reference is null or step = 'CAPTURE' end),
  add constraint payment_operation_about_a_payer
    check ((step in ('OPEN_PAYER', 'FORGET_PAYER')) = (subject_kind = 'payer')),
  add constraint payment_operation_about_a_method
    check ((step in ('SAVE_METHOD', 'REMOVE_METHOD')) = (subject_kind = 'payment_method'));

--changeset mercat:events-of-setups
alter table gateway_event
  drop constraint gateway_event_kind_check,
  add constraint gateway_event_kind_check check
    (kind in ('PAYMENT_CHANGED', 'REFUND_CHANGED', 'PAYEE_CHANGED', 'TRANSFER_CHANGED',
              'PAYOUT_CHANGED', 'DISPUTE_CHANGED', 'FRAUD_WARNED', 'METHOD_CHANGED', 'IGNORED'));
