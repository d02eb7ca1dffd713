--liquibase formatted sql

--changeset mercat:payout
-- What goes to a provider's bank at once. Of one provider and currency one is under way at a time.
create table payout (
  tenant_id    uuid        not null default current_tenant(),
  id           uuid        not null,
  provider_id  uuid        not null,
  batch_id     uuid        not null,
  amount_minor bigint      not null check (amount_minor > 0),
  currency     text        not null check (currency ~ '^[A-Z]{3}$'),
  state        text        not null check (state in
                 ('PENDING', 'TRANSFERRING', 'PAYING', 'PAID', 'FAILED')),
  state_at     timestamptz not null,
  reference    text        check (length(reference) between 1 and 255),
  failure      text        check (failure ~ '^[A-Z_]{1,40}$'),
  decided_at   timestamptz not null,
  version      bigint      not null check (version >= 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, provider_id) references provider,
  check ((reference is not null) = (state = 'PAID')),
  check ((failure is not null) = (state = 'FAILED'))
);
create index payout_of_provider on payout (tenant_id, provider_id, id);
create unique index payout_under_way on payout (tenant_id, provider_id, currency)
  where state in ('PENDING', 'TRANSFERRING', 'PAYING');
alter table payout enable row level security, force row level security;
create policy own_tenant on payout using (tenant_id = (select current_tenant()));
grant select, insert, update on payout to ${app_role};

--changeset mercat:payout-plan
-- When a provider is paid out.
create table payout_plan (
  tenant_id   uuid        not null default current_tenant(),
  provider_id uuid        not null,
  schedule    text        not null check (schedule in
                ('IMMEDIATE', 'DAILY', 'WEEKLY', 'MONTHLY', 'MANUAL')),
  week_day    smallint    check (week_day between 1 and 7),
  month_day   smallint    check (month_day between 1 and 31),
  next_at     timestamptz,
  paused      boolean     not null,
  left_behind boolean     not null,
  version     bigint      not null check (version >= 0),
  primary key (tenant_id, provider_id),
  foreign key (tenant_id, provider_id) references provider,
  check ((week_day is not null) = (schedule = 'WEEKLY')),
  check ((month_day is not null) = (schedule = 'MONTHLY')),
  check ((next_at is null) = (schedule = 'MANUAL'))
);
create index payout_plan_due on payout_plan (tenant_id, next_at) where not paused;
alter table payout_plan enable row level security, force row level security;
create policy own_tenant on payout_plan using (tenant_id = (select current_tenant()));
grant select, insert, update on payout_plan to ${app_role};

--changeset mercat:earning
-- What a provider has earned with a booking: its share of what the client has paid and has not got
-- back. What is due of it is the share less what is in its transfers.
create table earning (
  tenant_id   uuid        not null default current_tenant(),
  booking_id  uuid        not null,
  created_at  timestamptz not null generated always as (uuid_time(booking_id)) stored,
  provider_id uuid        not null,
  released_at timestamptz not null,
  currency    text        not null check (currency ~ '^[A-Z]{3}$'),
  share_minor bigint      not null,
  due_minor   bigint      not null check (due_minor <= share_minor),
  reversals   int         not null check (reversals >= 0),
  version     bigint      not null check (version >= 0),
  primary key (tenant_id, booking_id, created_at),
  foreign key (tenant_id, booking_id, created_at) references payment,
  foreign key (tenant_id, provider_id) references provider
);
create index earning_of_provider on earning (tenant_id, provider_id);
create index earning_due on earning (tenant_id, provider_id, released_at) where due_minor > 0;
alter table earning enable row level security, force row level security;
create policy own_tenant on earning using (tenant_id = (select current_tenant()));
grant select, insert, update on earning to ${app_role};

--changeset mercat:transfer
-- The legs of payouts, each of one earning: the payout's list of bookings is read from here.
create table transfer (
  tenant_id       uuid        not null default current_tenant(),
  booking_id      uuid        not null,
  created_at      timestamptz not null generated always as (uuid_time(booking_id)) stored,
  number          int         not null check (number > 0),
  payout_id       uuid        not null,
  amount_minor    bigint      not null check (amount_minor > 0),
  state           text        not null check (state in ('ASKED', 'DONE', 'FAILED')),
  reference       text        check (length(reference) between 1 and 255),
  failure         text        check (failure ~ '^[A-Z_]{1,40}$'),
  reversing_minor bigint      not null check (reversing_minor >= 0),
  reversed_minor  bigint      not null check (reversed_minor >= 0),
  primary key (tenant_id, booking_id, created_at, number),
  foreign key (tenant_id, booking_id, created_at) references earning,
  foreign key (tenant_id, payout_id) references payout,
  check ((reference is not null) = (state = 'DONE')),
  check ((failure is not null) = (state = 'FAILED')),
  check (reversing_minor + reversed_minor <= amount_minor),
  check (state = 'DONE' or reversing_minor + reversed_minor = 0)
);
create index transfer_of_payout on transfer (tenant_id, payout_id);
alter table transfer enable row level security, force row level security;
create policy own_tenant on transfer using (tenant_id = (select current_tenant()));
grant select, insert, update on transfer to ${app_role};

--changeset mercat:entries-of-payouts
-- An entry is about a booking, about a payout, or about a provider.
alter table ledger_tx
  alter column booking_id drop not null,
  alter column booking_created_at drop not null,
  add column payout_id uuid,
  add column provider_id uuid,
  drop constraint ledger_tx_kind_check,
  add constraint ledger_tx_kind_check check (kind in
    ('CAPTURE', 'REFUND', 'REFUND_PAID', 'REFUND_FAILED', 'RELEASE', 'TRANSFER', 'REVERSAL',
     'PAYOUT', 'PAYOUT_FAILED', 'WRITE_OFF')),
  add constraint ledger_tx_is_about_one_thing
    check (num_nonnulls(booking_id, payout_id, provider_id) = 1),
  add constraint ledger_tx_payout foreign key (tenant_id, payout_id) references payout,
  add constraint ledger_tx_provider foreign key (tenant_id, provider_id) references provider;
create index ledger_tx_of_payout on ledger_tx (tenant_id, payout_id);
create index ledger_tx_of_provider on ledger_tx (tenant_id, provider_id);

--changeset mercat:earned-before
-- What was released before there were payouts is due.
alter table ledger_tx no force row level security;
alter table posting no force row level security;
alter table payment no force row level security;
alter table earning no force row level security;
insert into earning (tenant_id, booking_id, provider_id, released_at, currency, share_minor,
                     due_minor, reversals, version)
select p.tenant_id, p.booking_id, p.provider_id, min(t.at), p.currency, -sum(l.amount_minor),
       -sum(l.amount_minor), 0, 0
  from payment p
  join ledger_tx t on t.tenant_id = p.tenant_id and t.booking_id = p.booking_id
                  and t.booking_created_at = p.created_at
  join posting l on l.tenant_id = t.tenant_id and l.tx_id = t.id and l.created_at = t.created_at
                and l.account = 'provider:' || p.provider_id
 group by p.tenant_id, p.booking_id, p.provider_id, p.currency;
alter table ledger_tx force row level security;
alter table posting force row level security;
alter table payment force row level security;
alter table earning force row level security;
