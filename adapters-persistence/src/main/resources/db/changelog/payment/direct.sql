--liquibase formatted sql

--changeset mercat:collection-plan
-- How the clients of a provider pay; who has said nothing is paid by the gateway.
create table collection_plan (
  tenant_id    uuid not null default current_tenant(),
  provider_id  uuid not null,
  mode         text not null check (mode in ('GATEWAY', 'OFFLINE')),
  instructions text check (length(instructions) between 1 and 1000),
  primary key (tenant_id, provider_id),
  foreign key (tenant_id, provider_id) references provider
);
alter table collection_plan enable row level security, force row level security;
create policy own_tenant on collection_plan using (tenant_id = (select current_tenant()));
grant select, insert, update on collection_plan to ${app_role};

--changeset mercat:direct-booking
-- Bookings whose clients pay the provider himself, until when, and how, as it was said then. Open
-- is what something may still have to be done for.
create table direct_booking (
  tenant_id    uuid        not null default current_tenant(),
  booking_id   uuid        not null,
  created_at   timestamptz not null generated always as (uuid_time(booking_id)) stored,
  due_at       timestamptz not null,
  instructions text        check (length(instructions) between 1 and 1000),
  open         boolean     not null default true,
  primary key (tenant_id, booking_id, created_at),
  foreign key (tenant_id, booking_id, created_at) references booking
);
create index direct_booking_open on direct_booking (tenant_id, booking_id) where open;
alter table direct_booking enable row level security, force row level security;
create policy own_tenant on direct_booking using (tenant_id = (select current_tenant()));
grant select, insert, update on direct_booking to ${app_role};

--changeset mercat:direct-fee splitStatements:false
-- The fee of a direct booking is a debt, which is earned with a booking that has no money here.
do $$
declare
  law text;
begin
  for law in select conname from pg_constraint
              where conrelid = 'earning'::regclass and contype = 'f'
                and confrelid = 'payment'::regclass
  loop
    execute format('alter table earning drop constraint %I', law);
  end loop;
end $$;
alter table earning
  add constraint earning_booking
    foreign key (tenant_id, booking_id, created_at) references booking;
alter table ledger_tx
  drop constraint ledger_tx_kind_check,
  add constraint ledger_tx_kind_check check (kind in
    ('CAPTURE', 'REFUND', 'REFUND_PAID', 'REFUND_FAILED', 'RELEASE', 'TRANSFER', 'REVERSAL',
     'PAYOUT', 'PAYOUT_FAILED', 'WRITE_OFF', 'GATEWAY_FEE', 'DISPUTE', 'CHARGEBACK',
     'CHARGEBACK_FEE', 'DIRECT_FEE'));

--changeset mercat:invoice-due splitStatements:false
-- What is to be paid to the seller himself, and what is known of it when it was.
do $$
declare
  law text;
begin
  for law in select conname from pg_constraint
              where conrelid = 'invoice'::regclass and contype = 'c'
                and pg_get_constraintdef(oid) like '%PARTIALLY_REFUNDED%'
  loop
    execute format('alter table invoice drop constraint %I', law);
  end loop;
end $$;
alter table invoice
  add column instructions    text check (length(instructions) between 1 and 1000),
  add column overdue_at      timestamptz,
  add column means           text check (means in ('CASH', 'CHECK', 'BANK_TRANSFER', 'OTHER')),
  add column means_reference text check (length(means_reference) between 1 and 200),
  add column marked_by       uuid,
  add column confirmed_by    uuid,
  add column confirmed_at    timestamptz,
  add constraint invoice_status check (status in
    ('SENT', 'VIEWED', 'OVERDUE', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'VOID')),
  add constraint invoice_status_is_what_has_happened check
    (status = case when voided_at is not null then 'VOID'
                   when paid_at is null and overdue_at is not null then 'OVERDUE'
                   when paid_at is null and viewed_at is null then 'SENT'
                   when paid_at is null then 'VIEWED'
                   when refunded_minor = 0 then 'PAID'
                   when refunded_minor < total_minor then 'PARTIALLY_REFUNDED'
                   else 'REFUNDED' end),
  add constraint invoice_overdue_was_due check (overdue_at is null or overdue_at > due_at),
  add constraint invoice_instructions_go_with_a_day check
    (instructions is null or due_at is not null),
  add constraint invoice_receipt_of_what_no_gateway_took check
    ((method is not null and method <> 'GATEWAY') = (means is not null)
     and (means is null) = (marked_by is null)
     and (means is not null or means_reference is null)),
  add constraint invoice_confirmed_by_somebody check
    ((confirmed_by is null) = (confirmed_at is null)
     and (confirmed_by is null or marked_by is not null)),
  add constraint invoice_marked_by foreign key (tenant_id, marked_by) references app_user,
  add constraint invoice_confirmed_by foreign key (tenant_id, confirmed_by) references app_user;
create index invoice_marked_by on invoice (tenant_id, marked_by);
create index invoice_confirmed_by on invoice (tenant_id, confirmed_by);
