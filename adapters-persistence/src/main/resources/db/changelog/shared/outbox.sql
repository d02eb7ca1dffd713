--liquibase formatted sql

--changeset mercat:outbox-sequence
-- The number of the last event of each subject, so that readers can put them in order.
create table outbox_sequence (
  tenant_id    uuid   not null default current_tenant(),
  subject_kind text   not null check (subject_kind ~ '^[a-z][a-z_]{0,39}$'),
  subject_id   uuid   not null,
  last         bigint not null check (last > 0),
  primary key (tenant_id, subject_kind, subject_id)
);
alter table outbox_sequence enable row level security, force row level security;
create policy own_tenant on outbox_sequence using (tenant_id = (select current_tenant()));
grant select, insert, update on outbox_sequence to ${app_role};

--changeset mercat:outbox-event
-- What happened, written with the change that it tells of; history, hence created_at in the key.
create table outbox_event (
  tenant_id    uuid        not null default current_tenant(),
  id           uuid        not null,
  created_at   timestamptz not null check (created_at = uuid_time(id)),
  subject_kind text        not null check (subject_kind ~ '^[a-z][a-z_]{0,39}$'),
  subject_id   uuid        not null,
  sequence     bigint      not null check (sequence > 0),
  type         text        not null check (type ~ '^[A-Z][A-Za-z]{0,79}$'),
  payload      jsonb       not null check (jsonb_typeof(payload) = 'object'),
  at           timestamptz not null,
  primary key (tenant_id, id, created_at)
) partition by range (created_at);
create index outbox_event_of_subject on outbox_event (tenant_id, subject_kind, subject_id, sequence);
create table outbox_event_any_time partition of outbox_event default;
alter table outbox_event enable row level security, force row level security;
create policy own_tenant on outbox_event using (tenant_id = (select current_tenant()));
grant select, insert on outbox_event to ${app_role};
