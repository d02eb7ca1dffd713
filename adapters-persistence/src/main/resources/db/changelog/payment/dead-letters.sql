--liquibase formatted sql

--changeset mercat:dead-letters
-- A name by which people speak of a message that could not be processed.
alter table gateway_event
  add column id uuid not null default gen_random_uuid(),
  add constraint gateway_event_name unique (tenant_id, id);
create index gateway_event_dead on gateway_event (tenant_id, received_at, id) where state = 'DEAD';

--changeset mercat:dead-letters-by-administrators
call admit('admin', 'select, update', 'gateway_event', $$state in ('DEAD', 'OPEN')$$);
