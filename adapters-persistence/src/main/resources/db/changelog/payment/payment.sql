--liquibase formatted sql

--changeset mercat:payment
-- The money of a booking, by its lines: what is charged, what has gone back, and what is going back.
create table payment (
  tenant_id               uuid        not null default current_tenant(),
  booking_id              uuid        not null,
  created_at              timestamptz not null generated always as (uuid_time(booking_id)) stored,
  client_id               uuid        not null,
  provider_id             uuid        not null,
  currency                text        not null check (currency ~ '^[A-Z]{3}$'),
  service_minor           bigint      not null check (service_minor >= 0),
  tip_minor               bigint      not null check (tip_minor >= 0),
  state                   text        not null check (state in
                            ('NONE', 'INVOICED', 'AUTHORIZED', 'CAPTURING', 'HELD', 'RELEASING',
                             'RELEASED', 'REFUNDING', 'REFUNDED')),
  state_at                timestamptz not null,
  refunding               boolean     not null,
  refunding_service_minor bigint      not null check (refunding_service_minor >= 0),
  refunding_tip_minor     bigint      not null check (refunding_tip_minor >= 0),
  refunded_service_minor  bigint      not null check (refunded_service_minor >= 0),
  refunded_tip_minor      bigint      not null check (refunded_tip_minor >= 0),
  refunds                 int         not null check (refunds >= 0),
  outcome_unknown         boolean     not null,
  reference               text        check (length(reference) between 1 and 255),
  release_rate_ppm        bigint      check (release_rate_ppm between 0 and 1000000),
  release_rule            text        check (length(release_rule) between 1 and 200),
  release_taxes           jsonb       check (jsonb_typeof(release_taxes) = 'array'),
  version                 bigint      not null check (version >= 0),
  primary key (tenant_id, booking_id, created_at),
  foreign key (tenant_id, booking_id, created_at) references booking,
  foreign key (tenant_id, client_id) references app_user,
  check (refunding_service_minor + refunded_service_minor <= service_minor),
  check (refunding_tip_minor + refunded_tip_minor <= tip_minor),
  check (refunding or refunding_service_minor = 0 and refunding_tip_minor = 0),
  check (case state when 'REFUNDING' then refunding when 'HELD' then true else not refunding end),
  check (reference is not null
         or state not in ('HELD', 'RELEASING', 'RELEASED', 'REFUNDING', 'REFUNDED')),
  check ((release_rate_ppm is null) = (release_rule is null)),
  check ((release_rate_ppm is null) = (release_taxes is null))
);
create index payment_of_client on payment (tenant_id, client_id, state, state_at);
create index payment_of_provider on payment (tenant_id, provider_id, state, state_at);
alter table payment enable row level security, force row level security;
create policy own_tenant on payment using (tenant_id = (select current_tenant()));
grant select, insert, update on payment to ${app_role};

--changeset mercat:payment-tax-line
create table payment_tax_line (
  tenant_id       uuid        not null default current_tenant(),
  booking_id      uuid        not null,
  created_at      timestamptz not null generated always as (uuid_time(booking_id)) stored,
  position        smallint    not null check (position > 0),
  component       text        not null check (component in ('GST', 'PST', 'QST', 'HST')),
  rate_ppm        bigint      not null check (rate_ppm between 0 and 1000000),
  base_minor      bigint      not null check (base_minor >= 0),
  amount_minor    bigint      not null check (amount_minor between 0 and base_minor),
  rule            text        not null check (length(rule) between 1 and 200),
  refunding_minor bigint      not null check (refunding_minor >= 0),
  refunded_minor  bigint      not null check (refunded_minor >= 0),
  primary key (tenant_id, booking_id, created_at, position),
  foreign key (tenant_id, booking_id, created_at) references payment,
  check (refunding_minor + refunded_minor <= amount_minor)
);
alter table payment_tax_line enable row level security, force row level security;
create policy own_tenant on payment_tax_line using (tenant_id = (select current_tenant()));
grant select, insert, update on payment_tax_line to ${app_role};

--changeset mercat:payment-operation
-- Every call of the gateway, stored before it is made.
create table payment_operation (
  tenant_id          uuid        not null default current_tenant(),
  subject_kind       text        not null check (subject_kind in ('booking', 'provider')),
  subject_id         uuid        not null,
  step               text        not null check (step in ('CAPTURE', 'REFUND', 'OPEN_PAYEE')),
  number             int         not null check (number > 0),
  attempt            int         not null check (attempt > 0),
  amount_minor       bigint      check (amount_minor > 0),
  currency           text        check (currency ~ '^[A-Z]{3}$'),
  method             text        check (length(method) between 1 and 255),
  captured_reference text        check (length(captured_reference) between 1 and 255),
  business_name      text        check (length(business_name) between 1 and 200),
  country            text        check (country ~ '^[A-Z]{2}$'),
  state              text        not null check (state in
                       ('SENT', 'UNANSWERED', 'WAITING', 'DONE', 'FAILED')),
  state_at           timestamptz not null,
  cause              text        check (length(cause) <= 1000),
  reference          text        check (length(reference) between 1 and 255),
  payer_must_act     boolean,
  failure            text        check (failure in
                       ('CARD_DECLINED', 'INSUFFICIENT_FUNDS', 'INVALID_METHOD', 'ABANDONED',
                        'AMOUNT_TOO_LARGE', 'ALREADY_REFUNDED', 'NOT_FOUND', 'REJECTED',
                        'NEVER_ARRIVED')),
  first_sent_at      timestamptz not null,
  checks             int         not null check (checks >= 0),
  next_check_at      timestamptz not null,
  version            bigint      not null check (version >= 0),
  booking_id         uuid        generated always as
                       (case subject_kind when 'booking' then subject_id end) stored,
  booking_created_at timestamptz generated always as
                       (case subject_kind when 'booking' then uuid_time(subject_id) end) stored,
  provider_id        uuid        generated always as
                       (case subject_kind when 'provider' then subject_id end) stored,
  primary key (tenant_id, subject_kind, subject_id, step, number, attempt),
  foreign key (tenant_id, booking_id, booking_created_at) references booking,
  check ((step = 'OPEN_PAYEE') = (subject_kind = 'provider')),
  check ((amount_minor is not null) = (step <> 'OPEN_PAYEE')),
  check ((currency is not null) = (step <> 'OPEN_PAYEE')),
  check ((method is not null) = (step = 'CAPTURE')),
  check ((captured_reference is not null) = (step = 'REFUND')),
  check ((business_name is not null) = (step = 'OPEN_PAYEE')),
  check ((country is not null) = (step = 'OPEN_PAYEE')),
  check ((cause is not null) = (state = 'UNANSWERED')),
  check ((reference is not null) = (state in ('WAITING', 'DONE'))),
  check ((payer_must_act is not null) = (state = 'WAITING')),
  check ((failure is not null) = (state = 'FAILED'))
);
create index payment_operation_of_booking
  on payment_operation (tenant_id, booking_id, booking_created_at);
create index payment_operation_of_provider on payment_operation (tenant_id, provider_id);
create index payment_operation_open on payment_operation (tenant_id, next_check_at)
  where state in ('SENT', 'UNANSWERED', 'WAITING');
alter table payment_operation enable row level security, force row level security;
create policy own_tenant on payment_operation using (tenant_id = (select current_tenant()));
grant select, insert, update on payment_operation to ${app_role};

--changeset mercat:payee
-- The providers' accounts at the gateway.
create table payee (
  tenant_id         uuid    not null default current_tenant(),
  provider_id       uuid    not null,
  reference         text    check (length(reference) between 1 and 255),
  details_submitted boolean not null,
  payouts_enabled   boolean not null,
  version           bigint  not null check (version >= 0),
  primary key (tenant_id, provider_id)
);
alter table payee enable row level security, force row level security;
create policy own_tenant on payee using (tenant_id = (select current_tenant()));
grant select, insert, update on payee to ${app_role};

--changeset mercat:gateway-event
-- What gateways have told us, as it came; each event once.
create table gateway_event (
  tenant_id   uuid        not null default current_tenant(),
  gateway     text        not null check (length(gateway) between 1 and 40),
  event       text        not null check (length(event) between 1 and 255),
  kind        text        not null check (kind in
                ('PAYMENT_CHANGED', 'REFUND_CHANGED', 'PAYEE_CHANGED', 'IGNORED')),
  object      text        check (length(object) between 1 and 255),
  body        text        not null check (length(body) <= 262144),
  received_at timestamptz not null,
  state       text        not null check (state in ('OPEN', 'DONE', 'IGNORED', 'DEAD')),
  due_at      timestamptz not null,
  failures    int         not null check (failures >= 0),
  primary key (tenant_id, gateway, event),
  check (object is not null or kind = 'IGNORED')
);
create index gateway_event_open on gateway_event (tenant_id, due_at) where state = 'OPEN';
alter table gateway_event enable row level security, force row level security;
create policy own_tenant on gateway_event using (tenant_id = (select current_tenant()));
grant select, insert, update on gateway_event to ${app_role};
