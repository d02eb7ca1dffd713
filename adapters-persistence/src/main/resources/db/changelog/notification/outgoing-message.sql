--liquibase formatted sql

--changeset mercat:outgoing-message
-- What is still to be told to people, sealed by a key that the database does not have; after the
-- end only the fact is left. Never partitioned: pruned by age.
create table outgoing_message (
  tenant_id  uuid        not null default current_tenant(),
  id         uuid        not null,
  kind       text        not null check (kind ~ '^[A-Z][A-Za-z]{0,79}$'),
  sealed     bytea       check (length(sealed) <= 65536),
  state      text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
  due_at     timestamptz not null,
  attempts   integer     not null default 0 check (attempts >= 0),
  why        text        check (length(why) between 1 and 200),
  ended_at   timestamptz,
  primary key (tenant_id, id),
  constraint outgoing_message_keeps_nothing_after_its_end
    check ((state = 'WAITING') = (sealed is not null)),
  check ((state = 'WAITING') = (ended_at is null))
);
create index outgoing_message_due on outgoing_message (tenant_id, due_at, id)
  where state = 'WAITING';
create index outgoing_message_by_age on outgoing_message (tenant_id, ended_at)
  where ended_at is not null;
alter table outgoing_message enable row level security, force row level security;
create policy own_tenant on outgoing_message using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on outgoing_message to ${app_role};
