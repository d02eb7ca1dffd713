--liquibase formatted sql

--changeset mercat:extensions
create extension if not exists btree_gist;

--changeset mercat:current-tenant splitStatements:false
-- The tenant of the transaction; null outside of a unit of work, and then no row is visible.
create function current_tenant() returns uuid stable parallel safe language sql
  as $$ select nullif(current_setting('mercat.tenant', true), '')::uuid $$;

--changeset mercat:uuid-time splitStatements:false
-- When a UUID of version 7 was made, to the millisecond.
create function uuid_time(id uuid) returns timestamptz immutable strict parallel safe language sql
  as $$ select to_timestamp(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint / 1000.0) $$;

--changeset mercat:tenant
create table tenant (
  tenant_id  uuid        primary key,
  name       text        not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now()
);
alter table tenant enable row level security, force row level security;
create policy own_tenant on tenant using (tenant_id = (select current_tenant()));
create policy every_tenant on tenant to current_user using (true) with check (true);
grant select on tenant to ${app_role};
insert into tenant (tenant_id, name) values ('00000000-0000-7000-8000-000000000001', 'Mercat');

--changeset mercat:tenant-ids splitStatements:false
-- All the application may know of other tenants: that they exist. Its jobs go through them.
create function tenant_ids() returns setof uuid stable language sql security definer
begin atomic
  select tenant_id from tenant order by tenant_id;
end;

--changeset mercat:tenant-ids-grant
revoke execute on function tenant_ids() from public;
grant execute on function tenant_ids() to ${app_role};
