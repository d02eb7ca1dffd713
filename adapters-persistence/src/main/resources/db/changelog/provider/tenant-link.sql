--liquibase formatted sql

--changeset mercat:provider-tenant-link
-- What kind of seller a provider is, and which tenant of a system outside it says it is.
alter table provider
  add provider_type        text    not null default 'SERVICE_PROVIDER' check
                             (provider_type in ('BREEDER', 'SERVICE_PROVIDER', 'BOTH')),
  add tenant_link          text    check (length(tenant_link) between 1 and 100),
  add tenant_link_verified boolean not null default false,
  add check (tenant_link is not null or not tenant_link_verified);
