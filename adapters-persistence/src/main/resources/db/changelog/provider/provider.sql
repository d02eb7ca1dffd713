--liquibase formatted sql

--changeset mercat:provider
-- A person's business. Where it is, lat and lon say in degrees of WGS 84.
create table provider (
  tenant_id             uuid        not null default current_tenant(),
  id                    uuid        not null,
  owner_id              uuid        not null,
  slug                  text        not null check
                          (length(slug) <= 80 and slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  business_name         text        not null check (length(business_name) between 1 and 200),
  country               text        not null check (country ~ '^[A-Z]{2}$'),
  subdivision           text        not null check (subdivision ~ '^[A-Z0-9]{1,3}$'),
  postal_code           text        not null check (length(postal_code) between 1 and 12),
  city                  text        check (length(city) between 1 and 100),
  lat                   float8      check (lat between -90 and 90),
  lon                   float8      check (lon between -180 and 180),
  time_zone             text        not null check (length(time_zone) between 1 and 64),
  tax_registration      text        check (tax_registration ~ '^[0-9]{9}RT[0-9]{4}$'),
  service_radius_metres int         check (service_radius_metres between 1 and 1000000),
  bio                   text        check (length(bio) between 1 and 2000),
  public_email          text        check (length(public_email) between 3 and 254),
  public_phone          text        check (length(public_phone) between 1 and 40),
  website               text        check (length(website) between 1 and 300),
  verification          text        not null check
                          (verification in ('PENDING', 'IN_REVIEW', 'VERIFIED', 'REJECTED')),
  verification_at       timestamptz not null,
  rejection             text        check (length(rejection) between 1 and 1000),
  standing              text        not null check
                          (standing in ('PENDING', 'ACTIVE', 'SUSPENDED', 'DELETED')),
  payable               boolean     not null,
  registered_at         timestamptz not null,
  version               bigint      not null check (version >= 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references app_user,
  constraint provider_owner unique (tenant_id, owner_id),
  check ((lat is null) = (lon is null)),
  check (verification = 'REJECTED' or rejection is null)
);
create unique index provider_slug on provider (tenant_id, slug) where standing <> 'DELETED';
alter table provider enable row level security, force row level security;
create policy own_tenant on provider using (tenant_id = (select current_tenant()));
grant select, insert, update on provider to ${app_role};
