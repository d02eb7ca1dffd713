--liquibase formatted sql

--changeset mercat:tenant-management
-- What the operator of the installation says of a tenant. Its slug is its own among all tenants.
alter table tenant
  add slug     text,
  add standing text   not null default 'ACTIVE' check (standing in ('ACTIVE', 'SUSPENDED')),
  add version  bigint not null default 0 check (version >= 0);
update tenant
   set slug = case tenant_id when '00000000-0000-7000-8000-000000000001' then 'mercat'
                             else 'tenant-' || right(tenant_id::text, 12) end;
alter table tenant
  alter slug set not null,
  add check (length(slug) <= 80 and slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add check (tenant_id <> '00000000-0000-7000-8000-000000000001' or standing = 'ACTIVE');
create unique index tenant_slug on tenant (slug);

--changeset mercat:tenant-host
-- Under which names a tenant is reached. A host is claimed before its tenant is written.
create table tenant_host (
  tenant_id uuid not null default current_tenant(),
  host      text not null check (length(host) <= 253 and host ~ '^[a-z0-9.-]+$'),
  primary key (tenant_id, host),
  foreign key (tenant_id) references tenant deferrable initially deferred
);
create unique index tenant_host_of_one on tenant_host (host);
alter table tenant_host enable row level security, force row level security;
create policy own_tenant on tenant_host using (tenant_id = (select current_tenant()));
create policy every_tenant on tenant_host to current_user using (true) with check (true);
grant select on tenant_host to ${app_role};

--changeset mercat:every-tenant
-- All tenants, for units of work of the default tenant: it is the operator's.
create view every_tenant with (security_barrier) as
  select tenant_id as id, name, slug, standing, created_at as opened_at, version
    from tenant
   where current_tenant() = '00000000-0000-7000-8000-000000000001'
  with local check option;
create view every_host with (security_barrier) as
  select tenant_id as tenant, host
    from tenant_host
   where current_tenant() = '00000000-0000-7000-8000-000000000001'
  with local check option;
grant select, insert, update on every_tenant to ${app_role};
grant select, insert, delete on every_host to ${app_role};

--changeset mercat:tenant-at splitStatements:false
-- All that a request has to know of tenants before it has one: this and the next.
create function tenant_at(wanted text) returns uuid stable language sql security definer
begin atomic
  select tenant_id from tenant_host where host = wanted;
end;

--changeset mercat:tenant-standing splitStatements:false
create function tenant_standing(wanted uuid) returns text stable language sql security definer
begin atomic
  select standing from tenant where tenant_id = wanted;
end;

--changeset mercat:tenant-directory-grant
revoke execute on function tenant_at(text), tenant_standing(uuid) from public;
grant execute on function tenant_at(text), tenant_standing(uuid) to ${app_role};

--changeset mercat:tenant-settings
-- How the market of a tenant works, once its administrators have said so.
create table tenant_settings (
  tenant_id             uuid    not null default current_tenant(),
  verification_required boolean not null,
  moderation            text    not null check (moderation in ('PRE', 'POST')),
  language              text    not null check (language in ('EN', 'FR')),
  region                text    check (region ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  version               bigint  not null check (version > 0),
  primary key (tenant_id)
);
alter table tenant_settings enable row level security, force row level security;
create policy own_tenant on tenant_settings using (tenant_id = (select current_tenant()));
grant select, insert, update on tenant_settings to ${app_role};

--changeset mercat:tenant-region
-- Which law about personal data holds where.
create table tenant_region (
  tenant_id        uuid    not null default current_tenant(),
  code             text    not null check (code ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  law              text    not null check (law in ('GDPR', 'CCPA', 'LAW_25', 'PIPEDA')),
  retention_days   int     not null check (retention_days between 1 and 36500),
  consent_required boolean not null,
  primary key (tenant_id, code),
  foreign key (tenant_id) references tenant_settings
);
alter table tenant_region enable row level security, force row level security;
create policy own_tenant on tenant_region using (tenant_id = (select current_tenant()));
grant select, insert, delete on tenant_region to ${app_role};
