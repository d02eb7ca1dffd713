--liquibase formatted sql

--changeset mercat:reconciled-day
-- The days, of UTC, whose movements at the gateway have been compared with the books.
create table reconciled_day (
  tenant_id     uuid        not null default current_tenant(),
  day           date        not null,
  reconciled_at timestamptz not null,
  primary key (tenant_id, day)
);
alter table reconciled_day enable row level security, force row level security;
create policy own_tenant on reconciled_day using (tenant_id = (select current_tenant()));
grant select, insert on reconciled_day to ${app_role};

--changeset mercat:discrepancy
-- Where the gateway's books and ours do not agree; of each thing every kind once.
create table discrepancy (
  tenant_id           uuid        not null default current_tenant(),
  id                  uuid        not null,
  day                 date        not null,
  kind                text        not null check (kind in
                        ('MISSING_CHARGE', 'MISSING_REFUND', 'MISSING_TRANSFER',
                         'MISSING_REVERSAL', 'EXTRA_CHARGE', 'EXTRA_REFUND', 'EXTRA_TRANSFER',
                         'EXTRA_REVERSAL', 'WRONG_AMOUNT', 'MISSING_FEE', 'FAILED_PAYOUT',
                         'UNPOSTED_DISPUTE')),
  reference           text        not null check (length(reference) between 1 and 255),
  operation           text        check (length(operation) between 1 and 255),
  booked_minor        bigint      not null,
  booked_currency     text        not null check (booked_currency ~ '^[A-Z]{3}$'),
  at_gateway_minor    bigint      not null,
  at_gateway_currency text        not null check (at_gateway_currency ~ '^[A-Z]{3}$'),
  found_at            timestamptz not null,
  primary key (tenant_id, id),
  constraint discrepancy_is_one
    check (booked_minor <> at_gateway_minor or booked_currency <> at_gateway_currency),
  constraint discrepancy_once unique (tenant_id, kind, reference)
);
alter table discrepancy enable row level security, force row level security;
create policy own_tenant on discrepancy using (tenant_id = (select current_tenant()));
grant select, insert on discrepancy to ${app_role};

--changeset mercat:operations-that-ended-well
create index payment_operation_done on payment_operation (tenant_id, state_at)
  where state = 'DONE';

--changeset mercat:entries-of-gateway-fees
alter table ledger_tx
  drop constraint ledger_tx_kind_check,
  add constraint ledger_tx_kind_check check (kind in
    ('CAPTURE', 'REFUND', 'REFUND_PAID', 'REFUND_FAILED', 'RELEASE', 'TRANSFER', 'REVERSAL',
     'PAYOUT', 'PAYOUT_FAILED', 'WRITE_OFF', 'GATEWAY_FEE'));
