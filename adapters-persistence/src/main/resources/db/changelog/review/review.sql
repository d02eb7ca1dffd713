--liquibase formatted sql

--changeset mercat:review
-- What a party to a completed booking says about the other: once in each direction.
create table review (
  tenant_id          uuid        not null default current_tenant(),
  id                 uuid        not null,
  booking_id         uuid        not null,
  booking_created_at timestamptz not null generated always as (uuid_time(booking_id)) stored,
  listing_id         uuid        not null,
  provider_id        uuid        not null,
  author_id          uuid        not null,
  direction          text        not null check (direction in
                       ('CLIENT_TO_PROVIDER', 'PROVIDER_TO_CLIENT')),
  rating             smallint    not null check (rating between 1 and 5),
  title              text        check (length(title) between 1 and 200),
  comment            text        not null check (length(comment) between 1 and 5000),
  status             text        not null check (status in
                       ('PENDING', 'PUBLISHED', 'FLAGGED', 'REMOVED', 'REJECTED')),
  at                 timestamptz not null,
  primary key (tenant_id, id),
  constraint review_once unique (tenant_id, booking_id, booking_created_at, direction),
  foreign key (tenant_id, booking_id, booking_created_at) references booking,
  foreign key (tenant_id, author_id) references app_user
);
create index review_of_listing on review (tenant_id, listing_id, id desc)
  where direction = 'CLIENT_TO_PROVIDER' and status = 'PUBLISHED';
create index review_of_provider on review (tenant_id, provider_id, id desc)
  where direction = 'CLIENT_TO_PROVIDER' and status = 'PUBLISHED';
create index review_of_author on review (tenant_id, author_id);
alter table review enable row level security, force row level security;
create policy own_tenant on review using (tenant_id = (select current_tenant()));
grant select, insert on review to ${app_role};
