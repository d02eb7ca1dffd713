--liquibase formatted sql

--changeset mercat:booking
-- What a client and a provider have agreed on, and how far it has come. A client and a provider
-- look at theirs by state, the newest first.
create table booking (
  tenant_id       uuid        not null default current_tenant(),
  id              uuid        not null,
  created_at      timestamptz not null check (created_at = uuid_time(id)),
  client_id       uuid        not null,
  provider_id     uuid        not null,
  listing_id      uuid        not null,
  slot_from       timestamptz not null,
  slot_to         timestamptz not null check (slot_to > slot_from),
  claim_from      timestamptz not null check (claim_from <= slot_from),
  claim_to        timestamptz not null check (claim_to >= slot_to),
  zone            text        not null check (length(zone) between 1 and 64),
  country         text        not null check (country ~ '^[A-Z]{2}$'),
  subdivision     text        not null check (subdivision ~ '^[A-Z0-9]{1,3}$'),
  address_country     text    check (address_country ~ '^[A-Z]{2}$'),
  address_subdivision text    check (address_subdivision ~ '^[A-Z0-9]{1,3}$'),
  address_city        text    check (length(address_city) <= 200),
  address_postal_code text    check (length(address_postal_code) <= 20),
  address_line1       text    check (length(address_line1) <= 500),
  service_minor   bigint      not null check (service_minor >= 0),
  tip_minor       bigint      not null check (tip_minor >= 0),
  currency        text        not null check (currency ~ '^[A-Z]{3}$'),
  policy          text        not null check (policy in ('moderate')),
  paid_at_placing boolean     not null,
  state           text        not null check (state in
                    ('REQUESTED', 'DECLINED', 'EXPIRED', 'AWAITING_PAYMENT', 'CONFIRMED',
                     'IN_PROGRESS', 'DELIVERED', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
  state_at        timestamptz not null,
  hold_until      timestamptz,
  paying          boolean     not null default false,
  cancelled_by    text        check (cancelled_by in ('CLIENT', 'PROVIDER', 'ADMIN', 'SYSTEM')),
  cancel_reason   text        check (length(cancel_reason) <= 5000),
  fee_rate_ppm    bigint      check (fee_rate_ppm between 0 and 1000000),
  fee_rule        text        check (length(fee_rule) between 1 and 200),
  fee_taxes       jsonb       check (jsonb_typeof(fee_taxes) = 'array'),
  version         bigint      not null check (version >= 0),
  primary key (tenant_id, id, created_at),
  foreign key (tenant_id, client_id) references app_user,
  check ((address_country is null) = (address_subdivision is null)),
  check (address_country is not null
         or coalesce(address_city, address_postal_code, address_line1) is null),
  check ((hold_until is not null) = (state = 'AWAITING_PAYMENT')),
  check (state = 'AWAITING_PAYMENT' or not paying),
  check ((cancelled_by is not null) = (state = 'CANCELLED')),
  check ((cancel_reason is not null) = (state = 'CANCELLED')),
  check ((fee_rate_ppm is null) = (fee_rule is null)),
  check ((fee_rate_ppm is null) = (fee_taxes is null)),
  check (fee_rate_ppm is not null
         or state not in ('CONFIRMED', 'IN_PROGRESS', 'DELIVERED', 'COMPLETED', 'NO_SHOW'))
) partition by range (created_at);
create table booking_any_time partition of booking default;
create index booking_of_client
  on booking (tenant_id, client_id, state, created_at desc, id desc);
create index booking_of_provider
  on booking (tenant_id, provider_id, state, created_at desc, id desc);
create index booking_of_listing on booking (tenant_id, listing_id, state);
create index booking_by_start on booking (tenant_id, slot_from);
create index booking_on_hold on booking (tenant_id, hold_until)
  where state = 'AWAITING_PAYMENT' and not paying;
alter table booking enable row level security, force row level security;
create policy own_tenant on booking using (tenant_id = (select current_tenant()));
grant select, insert, update on booking to ${app_role};

--changeset mercat:booking-tax-line
-- The taxes of a booking's price, each on a line of its own, as they were when it was agreed on.
create table booking_tax_line (
  tenant_id    uuid        not null default current_tenant(),
  booking_id   uuid        not null,
  created_at   timestamptz not null generated always as (uuid_time(booking_id)) stored,
  position     smallint    not null check (position > 0),
  component    text        not null check (component in ('GST', 'PST', 'QST', 'HST')),
  rate_ppm     bigint      not null check (rate_ppm between 0 and 1000000),
  base_minor   bigint      not null check (base_minor >= 0),
  amount_minor bigint      not null check (amount_minor between 0 and base_minor),
  rule         text        not null check (length(rule) between 1 and 200),
  primary key (tenant_id, booking_id, created_at, position),
  foreign key (tenant_id, booking_id, created_at) references booking
);
alter table booking_tax_line enable row level security, force row level security;
create policy own_tenant on booking_tax_line using (tenant_id = (select current_tenant()));
grant select, insert on booking_tax_line to ${app_role};

--changeset mercat:booking-step
-- How a booking came to where it is: the version in which it reached each phase.
create table booking_step (
  tenant_id  uuid        not null default current_tenant(),
  booking_id uuid        not null,
  created_at timestamptz not null generated always as (uuid_time(booking_id)) stored,
  phase      text        not null check (phase in
               ('REQUESTED', 'DECLINED', 'EXPIRED', 'AWAITING_PAYMENT', 'CONFIRMED',
                'IN_PROGRESS', 'DELIVERED', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
  at         timestamptz not null,
  version    bigint      not null check (version >= 0),
  primary key (tenant_id, booking_id, created_at, phase),
  foreign key (tenant_id, booking_id, created_at) references booking
);
alter table booking_step enable row level security, force row level security;
create policy own_tenant on booking_step using (tenant_id = (select current_tenant()));
grant select, insert on booking_step to ${app_role};

--changeset mercat:slot-claim
-- The time that bookings keep, with its buffers. Never partitioned: here the database forbids that
-- a provider's time is given away twice (N-01).
create table slot_claim (
  tenant_id   uuid        not null default current_tenant(),
  provider_id uuid        not null,
  unit        smallint    not null default 1 check (unit > 0),
  during      tstzrange   not null check (not isempty(during)),
  booking_id  uuid        not null,
  created_at  timestamptz not null generated always as (uuid_time(booking_id)) stored,
  primary key (tenant_id, booking_id, created_at, unit),
  foreign key (tenant_id, booking_id, created_at) references booking,
  constraint slot_claim_no_overlap exclude using gist
    (tenant_id with =, provider_id with =, unit with =, during with &&)
);
alter table slot_claim enable row level security, force row level security;
create policy own_tenant on slot_claim using (tenant_id = (select current_tenant()));
grant select, insert, delete on slot_claim to ${app_role};
