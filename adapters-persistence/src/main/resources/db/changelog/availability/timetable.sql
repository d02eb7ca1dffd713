--liquibase formatted sql

--changeset mercat:timetable
-- When a provider works in an ordinary week: minutes of its own day, on days from Monday (1).
create table timetable (
  tenant_id   uuid   not null default current_tenant(),
  provider_id uuid   not null,
  version     bigint not null check (version >= 0),
  primary key (tenant_id, provider_id),
  foreign key (tenant_id, provider_id) references provider
);
alter table timetable enable row level security, force row level security;
create policy own_tenant on timetable using (tenant_id = (select current_tenant()));
grant select, insert, update on timetable to ${app_role};

create table weekly_hours (
  tenant_id   uuid not null default current_tenant(),
  provider_id uuid not null,
  day         int  not null check (day between 1 and 7),
  from_minute int  not null check (from_minute between 0 and 1439),
  to_minute   int  not null check (to_minute between 1 and 1440),
  primary key (tenant_id, provider_id, day, from_minute),
  foreign key (tenant_id, provider_id) references timetable,
  check (from_minute < to_minute),
  constraint weekly_hours_no_overlap exclude using gist
    (tenant_id with =, provider_id with =, day with =, int4range(from_minute, to_minute) with &&)
);
alter table weekly_hours enable row level security, force row level security;
create policy own_tenant on weekly_hours using (tenant_id = (select current_tenant()));
grant select, insert, delete on weekly_hours to ${app_role};
