--liquibase formatted sql

--changeset mercat:audit-entry
-- What somebody has done. Of what it was done to there are digests, before and after; nothing in
-- here is personal but ids, and nothing is ever changed or removed.
create table audit_entry (
  tenant_id     uuid        not null default current_tenant(),
  id            uuid        not null,
  created_at    timestamptz not null check (created_at = uuid_time(id)),
  actor_kind    text        not null check (actor_kind in ('USER', 'API_KEY', 'GUEST', 'SYSTEM')),
  actor_id      uuid,
  action        text        not null check (action in
                  ('CREATE', 'READ', 'UPDATE', 'DELETE', 'LOGIN', 'LOGOUT', 'ADMIN_ACTION',
                   'PAYMENT', 'BOOKING')),
  event         text        not null check (event ~ '^[A-Z][A-Za-z]{0,79}$'),
  subject_kind  text        not null check (subject_kind ~ '^[a-z][a-z_]{0,39}$'),
  subject_id    uuid        not null,
  facts         jsonb       not null check (jsonb_typeof(facts) = 'object'),
  before_sha256 text        check (before_sha256 ~ '^[0-9a-f]{64}$'),
  after_sha256  text        check (after_sha256 ~ '^[0-9a-f]{64}$'),
  request       text        check (length(request) between 1 and 64),
  origin        text        check (origin ~ '^[0-9a-f]{16}$'),
  primary key (tenant_id, id, created_at),
  check ((actor_kind in ('USER', 'API_KEY')) = (actor_id is not null)),
  check (before_sha256 is null or after_sha256 is not null)
) partition by range (created_at);
create table audit_entry_any_time partition of audit_entry default;
create index audit_entry_of_subject on audit_entry (tenant_id, subject_id, id);
create index audit_entry_of_actor on audit_entry (tenant_id, actor_id, id)
  where actor_id is not null;
create index audit_entry_of_sign_in on audit_entry (tenant_id, event, created_at)
  where action = 'LOGIN';
create trigger audit_entry_stays before update or delete on audit_entry
  for each row execute function refuse_to_change_history();
create trigger audit_entry_is_never_emptied before truncate on audit_entry
  for each statement execute function refuse_to_change_history();
create trigger audit_entry_any_time_is_never_emptied before truncate on audit_entry_any_time
  for each statement execute function refuse_to_change_history();
alter table audit_entry enable row level security, force row level security;
create policy own_tenant on audit_entry using (tenant_id = (select current_tenant()));
grant select on audit_entry to ${app_role};

--changeset mercat:audit-waiting
-- The entries that have no place in the chain yet.
create table audit_waiting (
  tenant_id uuid not null default current_tenant(),
  entry_id  uuid not null,
  primary key (tenant_id, entry_id)
);
alter table audit_waiting enable row level security, force row level security;
create policy own_tenant on audit_waiting using (tenant_id = (select current_tenant()));
grant select, delete on audit_waiting to ${app_role};

--changeset mercat:audit-link
-- The chain: each place is bound to the one before it by its hash. Never partitioned, because no
-- two entries may have one place.
create table audit_link (
  tenant_id        uuid        not null default current_tenant(),
  sequence         bigint      not null check (sequence > 0),
  entry_id         uuid        not null,
  entry_created_at timestamptz not null generated always as (uuid_time(entry_id)) stored,
  hash             text        not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (tenant_id, sequence),
  unique (tenant_id, entry_id, entry_created_at),
  foreign key (tenant_id, entry_id, entry_created_at) references audit_entry
);
create trigger audit_link_stays before update or delete on audit_link
  for each row execute function refuse_to_change_history();
create trigger audit_link_is_never_emptied before truncate on audit_link
  for each statement execute function refuse_to_change_history();
alter table audit_link enable row level security, force row level security;
create policy own_tenant on audit_link using (tenant_id = (select current_tenant()));
grant select, insert on audit_link to ${app_role};

--changeset mercat:audit-chain-only-grows splitStatements:false
create function refuse_to_shorten_audit() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail only grows'
    using errcode = 'integrity_constraint_violation';
end $$;

--changeset mercat:audit-head
-- The end of the chain, and its seal under a key that the database does not have.
create table audit_head (
  tenant_id uuid   not null default current_tenant(),
  entries   bigint not null check (entries >= 0),
  hash      text   not null check (hash ~ '^[0-9a-f]{64}$'),
  seal      text   check (seal ~ '^([0-9a-f]{2}){1,200}$'),
  primary key (tenant_id),
  check ((entries = 0) = (seal is null))
);
create trigger audit_head_grows before update on audit_head
  for each row when (new.entries <= old.entries)
  execute function refuse_to_shorten_audit();
create trigger audit_head_stays before delete on audit_head
  for each row execute function refuse_to_shorten_audit();
create trigger audit_head_is_never_emptied before truncate on audit_head
  for each statement execute function refuse_to_shorten_audit();
alter table audit_head enable row level security, force row level security;
create policy own_tenant on audit_head using (tenant_id = (select current_tenant()));
grant select, insert, update on audit_head to ${app_role};

--changeset mercat:append-audit-entries splitStatements:false
-- Everybody's work makes entries and hardly anybody reads them: so they are appended with the rights
-- of the owner, who is held to the tenant of the transaction like everybody. The digest that the
-- last change has left of the subject is what the subject was before this one.
create function append_audit_entries(entries jsonb) returns void language sql security definer
begin atomic
  with appended as (
    insert into audit_entry
      (id, created_at, actor_kind, actor_id, action, event, subject_kind, subject_id, facts,
       before_sha256, after_sha256, request, origin)
    select e.id, uuid_time(e.id), e.actor_kind, e.actor_id, e.action, e.event, e.subject_kind,
           e.subject_id, e.facts::jsonb, last.after_sha256,
           case when e.change_sha256 is not null
             then encode(sha256(convert_to(
                    coalesce(last.after_sha256, '') || e.change_sha256, 'UTF8')), 'hex') end,
           e.request, e.origin
      from jsonb_to_recordset(entries) as e(id uuid, actor_kind text, actor_id uuid, action text,
             event text, subject_kind text, subject_id uuid, facts text, change_sha256 text,
             request text, origin text)
      left join lateral (
        select a.after_sha256
          from audit_entry a
         where a.subject_id = e.subject_id and a.subject_kind = e.subject_kind
           and a.after_sha256 is not null
         order by a.id desc
         limit 1) last on e.change_sha256 is not null
    returning id)
  insert into audit_waiting (entry_id)
  select id from appended;
end;

--changeset mercat:append-audit-entries-grant
revoke execute on function append_audit_entries(jsonb) from public;
grant execute on function append_audit_entries(jsonb) to ${app_role};
