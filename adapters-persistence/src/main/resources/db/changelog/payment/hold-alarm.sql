--liquibase formatted sql

--changeset mercat:hold-alarm
-- What whoever runs the market was told of money that may not be held for much longer: each once.
create table hold_alarm (
  tenant_id          uuid        not null default current_tenant(),
  booking_id         uuid        not null,
  booking_created_at timestamptz not null
                       generated always as (uuid_time(booking_id)) stored,
  alarm              text        not null check (alarm in ('NEAR', 'PASSED')),
  raised_at          timestamptz not null,
  primary key (tenant_id, booking_id, alarm),
  foreign key (tenant_id, booking_id, booking_created_at) references booking
);
create index hold_alarm_of_booking on hold_alarm (tenant_id, booking_id, booking_created_at);
alter table hold_alarm enable row level security, force row level security;
create policy own_tenant on hold_alarm using (tenant_id = (select current_tenant()));
grant select, insert on hold_alarm to ${app_role};

-- Little of all that was ever paid is held.
create index payment_held on payment (tenant_id, booking_id) where state in ('HELD', 'RELEASING');
