--liquibase formatted sql

--changeset mercat:system-event
-- What happened to the system, without anything personal. Never partitioned: pruned by age.
create table system_event (
  tenant_id uuid        not null default current_tenant(),
  id        uuid        not null,
  level     text        not null check (level in
              ('DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL')),
  source    text        not null check (source ~ '^[a-z][a-z-]{0,39}$'),
  what      text        not null check (length(what) between 1 and 200),
  context   jsonb       not null check (jsonb_typeof(context) = 'object'),
  request   text        check (length(request) between 1 and 64),
  at        timestamptz not null,
  primary key (tenant_id, id)
);
create index system_event_by_level on system_event (tenant_id, level, at);
alter table system_event enable row level security, force row level security;
create policy own_tenant on system_event using (tenant_id = (select current_tenant()));
grant select, insert, delete on system_event to ${app_role};
