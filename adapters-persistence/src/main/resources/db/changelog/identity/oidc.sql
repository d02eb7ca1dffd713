--liquibase formatted sql

--changeset mercat:oidc-issuer
-- Whose word on who a person is counts in the tenant.
create table oidc_issuer (
  tenant_id        uuid    not null default current_tenant(),
  id               uuid    not null,
  issuer           text    not null check (length(issuer) between 8 and 500),
  audience         text    not null check (length(audience) between 1 and 500),
  keys_url         text    not null check (length(keys_url) between 8 and 500),
  algorithms       text    not null check (algorithms ~ '^(RS256|PS256|ES256)(,(RS256|PS256|ES256))*$'),
  roles_claim      text    not null check (length(roles_claim) between 1 and 100),
  role_mapping     text    not null check (length(role_mapping) <= 7000
                     and role_mapping !~ 'SUPER_ADMIN'),
  admits_strangers boolean not null,
  primary key (tenant_id, id),
  constraint oidc_issuer_name unique (tenant_id, issuer)
);
alter table oidc_issuer enable row level security, force row level security;
create policy own_tenant on oidc_issuer using (tenant_id = (select current_tenant()));
grant select, insert, delete on oidc_issuer to ${app_role};

--changeset mercat:oidc-identity
-- By what an issuer calls a person. It stays when the issuer is not trusted any more.
create table oidc_identity (
  tenant_id uuid not null default current_tenant(),
  issuer    text not null check (length(issuer) between 8 and 500),
  subject   text not null check (length(subject) between 1 and 255),
  user_id   uuid not null,
  primary key (tenant_id, issuer, subject),
  foreign key (tenant_id, user_id) references app_user
);
create index oidc_identity_of_user on oidc_identity (tenant_id, user_id);
alter table oidc_identity enable row level security, force row level security;
create policy own_tenant on oidc_identity using (tenant_id = (select current_tenant()));
grant select, insert on oidc_identity to ${app_role};

--changeset mercat:oidc-token-use
-- Tokens that were exchanged, until they do not hold any more: each is good for that once.
create table oidc_token_use (
  tenant_id  uuid        not null default current_tenant(),
  sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  good_until timestamptz not null,
  primary key (tenant_id, sha256)
);
create index oidc_token_use_by_age on oidc_token_use (tenant_id, good_until);
alter table oidc_token_use enable row level security, force row level security;
create policy own_tenant on oidc_token_use using (tenant_id = (select current_tenant()));
grant select, insert, delete on oidc_token_use to ${app_role};
