--liquibase formatted sql

--changeset mercat:invoice-sequence
-- The last number of each seller in each year. Whoever takes the next one holds the row until the
-- end of his transaction, and a transaction that is rolled back gives it back: there are no gaps.
create table invoice_sequence (
  tenant_id   uuid     not null default current_tenant(),
  provider_id uuid     not null,
  series      text     not null check (series in ('INVOICE', 'CREDIT_NOTE')),
  year        smallint not null check (year > 0),
  last        int      not null check (last > 0),
  primary key (tenant_id, provider_id, series, year),
  foreign key (tenant_id, provider_id) references provider
);
alter table invoice_sequence enable row level security, force row level security;
create policy own_tenant on invoice_sequence using (tenant_id = (select current_tenant()));
grant select, insert, update on invoice_sequence to ${app_role};

--changeset mercat:invoice
-- What was asked of a client for a booking. What it says of the parties was so when it was issued.
create table invoice (
  tenant_id          uuid        not null default current_tenant(),
  id                 uuid        not null,
  booking_id         uuid        not null,
  booking_created_at timestamptz not null generated always as (uuid_time(booking_id)) stored,
  provider_id        uuid        not null,
  client_id          uuid        not null,
  year               smallint    not null check (year > 0),
  sequence           int         not null check (sequence > 0),
  status             text        not null check (status in
                       ('SENT', 'VIEWED', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'VOID')),
  currency           text        not null check (currency ~ '^[A-Z]{3}$'),
  total_minor        bigint      not null check (total_minor >= 0),
  refunded_minor     bigint      not null check (refunded_minor between 0 and total_minor),
  seller_name        text        not null check (length(seller_name) between 1 and 200),
  seller_country     text        not null check (seller_country ~ '^[A-Z]{2}$'),
  seller_subdivision text        not null check (seller_subdivision ~ '^[A-Z0-9]{1,3}$'),
  seller_postal_code text        not null check (length(seller_postal_code) between 1 and 12),
  seller_city        text        check (length(seller_city) between 1 and 100),
  seller_registration text       check (seller_registration ~ '^[0-9]{9}RT[0-9]{4}$'),
  seller_zone        text        not null check (length(seller_zone) between 1 and 64),
  buyer_name         text        not null check (length(buyer_name) between 1 and 201),
  title              text        not null check (length(title) between 1 and 200),
  slot_from          timestamptz not null,
  slot_to            timestamptz not null check (slot_to > slot_from),
  zone               text        not null check (length(zone) between 1 and 64),
  country            text        not null check (country ~ '^[A-Z]{2}$'),
  subdivision        text        not null check (subdivision ~ '^[A-Z0-9]{1,3}$'),
  issued_at          timestamptz not null,
  due_at             timestamptz,
  viewed_at          timestamptz,
  paid_at            timestamptz,
  method             text        check (method in ('GATEWAY', 'MANUAL', 'OFFLINE')),
  reference          text        check (length(reference) between 1 and 255),
  refunded_at        timestamptz,
  voided_at          timestamptz,
  version            bigint      not null check (version >= 0),
  primary key (tenant_id, id),
  constraint invoice_number unique (tenant_id, provider_id, year, sequence),
  constraint invoice_of_booking unique (tenant_id, booking_id, booking_created_at),
  constraint invoice_reference unique (tenant_id, reference),
  foreign key (tenant_id, booking_id, booking_created_at) references booking,
  foreign key (tenant_id, provider_id) references provider,
  foreign key (tenant_id, client_id) references app_user,
  check ((paid_at is null) = (method is null)),
  check ((method = 'GATEWAY') = (reference is not null)),
  check ((refunded_minor > 0) = (refunded_at is not null)),
  check (status = case when voided_at is not null then 'VOID'
                       when paid_at is null and viewed_at is null then 'SENT'
                       when paid_at is null then 'VIEWED'
                       when refunded_minor = 0 then 'PAID'
                       when refunded_minor < total_minor then 'PARTIALLY_REFUNDED'
                       else 'REFUNDED' end),
  constraint invoice_that_is_paid_is_never_void check (voided_at is null or paid_at is null),
  constraint invoice_unpaid_gives_nothing_back check (paid_at is not null or refunded_minor = 0)
);
create index invoice_of_provider on invoice (tenant_id, provider_id, status, id desc);
create index invoice_of_client on invoice (tenant_id, client_id, status, id desc);
create index invoice_due on invoice (tenant_id, status, due_at) where due_at is not null;
alter table invoice enable row level security, force row level security;
create policy own_tenant on invoice using (tenant_id = (select current_tenant()));
grant select, insert, update on invoice to ${app_role};

--changeset mercat:invoice-stays splitStatements:false
-- What was issued stays as it was: only how far it has come changes.
create function refuse_to_rewrite_invoices() returns trigger language plpgsql as $$
begin
  raise exception 'an invoice is credited, and not rewritten'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger invoice_is_not_rewritten before update on invoice for each row
  when ((old.tenant_id, old.id, old.booking_id, old.provider_id, old.client_id, old.year,
         old.sequence, old.currency, old.total_minor, old.seller_name, old.seller_registration,
         old.buyer_name, old.title, old.issued_at)
        is distinct from
        (new.tenant_id, new.id, new.booking_id, new.provider_id, new.client_id, new.year,
         new.sequence, new.currency, new.total_minor, new.seller_name, new.seller_registration,
         new.buyer_name, new.title, new.issued_at)
        or (old.paid_at is not null and new.paid_at is distinct from old.paid_at)
        or new.refunded_minor < old.refunded_minor)
  execute function refuse_to_rewrite_invoices();

--changeset mercat:invoice-line
create table invoice_line (
  tenant_id    uuid     not null default current_tenant(),
  invoice_id   uuid     not null,
  position     smallint not null check (position > 0),
  kind         text     not null check (kind in ('SERVICE', 'ADD_ON', 'CUSTOMER_FEE', 'TIP')),
  text         text     not null check (length(text) <= 200),
  amount_minor bigint   not null check (amount_minor >= 0),
  primary key (tenant_id, invoice_id, position),
  foreign key (tenant_id, invoice_id) references invoice
);
alter table invoice_line enable row level security, force row level security;
create policy own_tenant on invoice_line using (tenant_id = (select current_tenant()));
grant select, insert on invoice_line to ${app_role};

--changeset mercat:invoice-tax-line
create table invoice_tax_line (
  tenant_id    uuid     not null default current_tenant(),
  invoice_id   uuid     not null,
  position     smallint not null check (position > 0),
  component    text     not null check (component in ('GST', 'PST', 'QST', 'HST')),
  rate_ppm     bigint   not null check (rate_ppm between 0 and 1000000),
  base_minor   bigint   not null check (base_minor >= 0),
  amount_minor bigint   not null check (amount_minor between 0 and base_minor),
  rule         text     not null check (length(rule) between 1 and 200),
  source       text     check (length(source) between 1 and 500),
  primary key (tenant_id, invoice_id, position),
  foreign key (tenant_id, invoice_id) references invoice
);
alter table invoice_tax_line enable row level security, force row level security;
create policy own_tenant on invoice_tax_line using (tenant_id = (select current_tenant()));
grant select, insert on invoice_tax_line to ${app_role};

--changeset mercat:credit-note
-- What has gone back of an invoice, numbered for itself.
create table credit_note (
  tenant_id     uuid        not null default current_tenant(),
  id            uuid        not null,
  invoice_id    uuid        not null,
  provider_id   uuid        not null,
  year          smallint    not null check (year > 0),
  sequence      int         not null check (sequence > 0),
  currency      text        not null check (currency ~ '^[A-Z]{3}$'),
  service_minor bigint      not null check (service_minor >= 0),
  tip_minor     bigint      not null check (tip_minor >= 0),
  issued_at     timestamptz not null,
  primary key (tenant_id, id),
  constraint credit_note_number unique (tenant_id, provider_id, year, sequence),
  foreign key (tenant_id, invoice_id) references invoice,
  foreign key (tenant_id, provider_id) references provider
);
create index credit_note_of_invoice on credit_note (tenant_id, invoice_id, year, sequence);
alter table credit_note enable row level security, force row level security;
create policy own_tenant on credit_note using (tenant_id = (select current_tenant()));
grant select, insert on credit_note to ${app_role};

--changeset mercat:credit-note-tax-line
-- Line for line with the taxes of the invoice.
create table credit_note_tax_line (
  tenant_id      uuid     not null default current_tenant(),
  credit_note_id uuid     not null,
  position       smallint not null check (position > 0),
  amount_minor   bigint   not null check (amount_minor >= 0),
  primary key (tenant_id, credit_note_id, position),
  foreign key (tenant_id, credit_note_id) references credit_note
);
alter table credit_note_tax_line enable row level security, force row level security;
create policy own_tenant on credit_note_tax_line using (tenant_id = (select current_tenant()));
grant select, insert on credit_note_tax_line to ${app_role};

--changeset mercat:invoice-note
-- What the seller has written on an invoice, for both to read or for himself alone.
create table invoice_note (
  tenant_id  uuid   not null default current_tenant(),
  invoice_id uuid   not null,
  audience   text   not null check (audience in ('BOTH', 'SELLER')),
  text       text   check (length(text) between 1 and 2000),
  version    bigint not null check (version > 0),
  primary key (tenant_id, invoice_id, audience),
  foreign key (tenant_id, invoice_id) references invoice
);
alter table invoice_note enable row level security, force row level security;
create policy own_tenant on invoice_note using (tenant_id = (select current_tenant()));
grant select, insert, update on invoice_note to ${app_role};
