--liquibase formatted sql

--changeset mercat:chargeback-of-a-payment
-- How many disputes of a payment are open, and what the payer's bank has taken back of it for good:
-- what is refunded, what is on its way back and what is lost never exceed what was taken.
alter table payment
  add column disputes_open      int    not null default 0 check (disputes_open >= 0),
  add column lost_service_minor bigint not null default 0 check (lost_service_minor >= 0),
  add column lost_tip_minor     bigint not null default 0 check (lost_tip_minor >= 0),
  add column lost_customer_fee_minor bigint not null default 0
    check (lost_customer_fee_minor >= 0),
  add constraint payment_lost_of_service check
    (lost_service_minor + refunded_service_minor + refunding_service_minor <= service_minor),
  add constraint payment_lost_of_tip check
    (lost_tip_minor + refunded_tip_minor + refunding_tip_minor <= tip_minor),
  add constraint payment_lost_of_customer_fee check
    (lost_customer_fee_minor + refunded_customer_fee_minor + refunding_customer_fee_minor
       <= customer_fee_minor);
alter table payment_tax_line
  add column lost_minor bigint not null default 0 check (lost_minor >= 0),
  add constraint payment_lost_of_tax check
    (lost_minor + refunded_minor + refunding_minor <= amount_minor);
alter table earning
  add column frozen boolean not null default false;
drop index earning_due;
create index earning_due on earning (tenant_id, provider_id, released_at)
  where due_minor > 0 and not frozen;

--changeset mercat:chargeback-contested-is-not-released splitStatements:false
-- What a payer's bank contests never becomes the provider's, whatever the code does.
create function refuse_to_release_what_is_contested() returns trigger language plpgsql as $$
begin
  raise exception 'the payment of % is contested', new.booking_id
    using errcode = 'check_violation', constraint = 'payment_contested_is_not_released';
end $$;
create trigger payment_contested_is_not_released before update on payment for each row
  when (old.state = 'HELD' and new.state = 'RELEASED' and new.disputes_open > 0)
  execute function refuse_to_release_what_is_contested();

--changeset mercat:chargeback
-- What payers' banks contest, as the gateway has told it last, and what has been posted of it.
create table chargeback (
  tenant_id          uuid        not null default current_tenant(),
  id                 uuid        not null,
  booking_id         uuid        not null,
  booking_created_at timestamptz not null generated always as (uuid_time(booking_id)) stored,
  provider_id        uuid        not null,
  dispute            text        not null check (length(dispute) between 1 and 255),
  payment            text        not null check (length(payment) between 1 and 255),
  status             text        not null check (status in
                       ('INQUIRY', 'INQUIRY_UNDER_REVIEW', 'INQUIRY_CLOSED', 'NEEDS_RESPONSE',
                        'UNDER_REVIEW', 'WON', 'LOST')),
  reason             text        not null check (length(reason) between 1 and 100),
  amount_minor       bigint      not null check (amount_minor > 0),
  currency           text        not null check (currency ~ '^[A-Z]{3}$'),
  withdrawn_minor    bigint      not null check (withdrawn_minor >= 0),
  fees_minor         bigint      not null check (fees_minor >= 0),
  fees_currency      text        not null check (fees_currency ~ '^[A-Z]{3}$'),
  respond_by         timestamptz,
  submissions        int         not null check (submissions >= 0),
  opened_at          timestamptz not null,
  bearer             text        not null check (bearer in ('PROVIDER', 'PLATFORM')),
  fee_passed_on      boolean     not null,
  loss_service_minor bigint      check (loss_service_minor >= 0),
  loss_taxes         jsonb       check (jsonb_typeof(loss_taxes) = 'array'),
  loss_tip_minor     bigint      check (loss_tip_minor >= 0),
  loss_customer_fee_minor bigint check (loss_customer_fee_minor >= 0),
  loss_customer_fee_taxes jsonb  check (jsonb_typeof(loss_customer_fee_taxes) = 'array'),
  loss_excess_minor  bigint      check (loss_excess_minor >= 0),
  loss_from          text        check (loss_from in ('ESCROW', 'EARNERS')),
  lost_minor         bigint      not null check (lost_minor >= 0),
  fee_borne_minor    bigint      not null check (fee_borne_minor >= 0),
  freezes            boolean     not null,
  changes            int         not null check (changes >= 0),
  answers            jsonb       not null check (jsonb_typeof(answers) = 'object'),
  evidence           text        not null check (evidence in
                       ('NONE', 'STAGING', 'STAGED', 'SUBMITTING', 'SUBMITTED')),
  evidence_number    int         not null check (evidence_number >= 0),
  next_check_at      timestamptz not null,
  alarmed_at         timestamptz,
  version            bigint      not null check (version >= 0),
  primary key (tenant_id, id),
  constraint chargeback_once unique (tenant_id, dispute),
  foreign key (tenant_id, booking_id, booking_created_at) references payment,
  foreign key (tenant_id, provider_id) references provider,
  check (num_nonnulls(loss_service_minor, loss_taxes, loss_tip_minor,
                      loss_customer_fee_minor, loss_customer_fee_taxes, loss_excess_minor,
                      loss_from) in (0, 7)),
  check (loss_from is not null or lost_minor = 0)
);
create index chargeback_of_booking on chargeback (tenant_id, booking_id, booking_created_at);
create index chargeback_of_provider on chargeback (tenant_id, provider_id, id);
create index chargeback_due on chargeback (tenant_id, next_check_at);
alter table chargeback enable row level security, force row level security;
create policy own_tenant on chargeback using (tenant_id = (select current_tenant()));
grant select, insert, update on chargeback to ${app_role};

--changeset mercat:chargeback-material
-- What providers tell that may serve as evidence.
create table chargeback_material (
  tenant_id     uuid        not null default current_tenant(),
  chargeback_id uuid        not null,
  number        int         not null check (number between 1 and 20),
  text          text        not null check (length(text) between 1 and 5000),
  told_at       timestamptz not null,
  primary key (tenant_id, chargeback_id, number),
  foreign key (tenant_id, chargeback_id) references chargeback
);
alter table chargeback_material enable row level security, force row level security;
create policy own_tenant on chargeback_material using (tenant_id = (select current_tenant()));
grant select, insert on chargeback_material to ${app_role};

--changeset mercat:chargeback-policy
-- Who bears chargebacks; without a row those who have earned the money.
create table chargeback_policy (
  tenant_id     uuid        not null default current_tenant(),
  bearer        text        not null check (bearer in ('PROVIDER', 'PLATFORM')),
  fee_passed_on boolean     not null,
  set_at        timestamptz not null,
  primary key (tenant_id)
);
alter table chargeback_policy enable row level security, force row level security;
create policy own_tenant on chargeback_policy using (tenant_id = (select current_tenant()));
grant select, insert, update on chargeback_policy to ${app_role};

--changeset mercat:chargeback-entries
alter table ledger_tx
  drop constraint ledger_tx_kind_check,
  add constraint ledger_tx_kind_check check (kind in
    ('CAPTURE', 'REFUND', 'REFUND_PAID', 'REFUND_FAILED', 'RELEASE', 'TRANSFER', 'REVERSAL',
     'PAYOUT', 'PAYOUT_FAILED', 'WRITE_OFF', 'GATEWAY_FEE', 'DISPUTE', 'CHARGEBACK',
     'CHARGEBACK_FEE'));

--changeset mercat:chargeback-events
alter table gateway_event
  drop constraint gateway_event_kind_check,
  add constraint gateway_event_kind_check check
    (kind in ('PAYMENT_CHANGED', 'REFUND_CHANGED', 'PAYEE_CHANGED', 'TRANSFER_CHANGED',
              'PAYOUT_CHANGED', 'DISPUTE_CHANGED', 'FRAUD_WARNED', 'IGNORED'));
