--liquibase formatted sql

--changeset mercat:idempotency-key
-- Never partitioned: one row per key, whenever it comes again; pruned by age.
create table idempotency_key (
  tenant_id   uuid        not null default current_tenant(),
  person_id   uuid        not null,
  act         text        not null check (length(act) between 1 and 200),
  key         text        not null check (length(key) between 1 and 255),
  fingerprint text        not null check (length(fingerprint) between 1 and 100),
  made_kind   text        check (made_kind ~ '^[a-z][a-z_]{0,39}$'),
  made_id     uuid,
  started_at  timestamptz not null default now(),
  answer      text        check (length(answer) <= 4194304),
  primary key (tenant_id, person_id, act, key),
  check ((made_kind is null) = (made_id is null)),
  check (made_id is not null or answer is not null)
);
create index idempotency_key_by_age on idempotency_key (tenant_id, started_at);
alter table idempotency_key enable row level security, force row level security;
create policy own_tenant on idempotency_key using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on idempotency_key to ${app_role};
