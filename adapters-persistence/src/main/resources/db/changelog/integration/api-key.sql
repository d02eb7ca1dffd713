--liquibase formatted sql

--changeset mercat:api-key
-- A program's way in. Of its secrets only their SHA-256 is kept: of the one in use, and for a while
-- of the one before. The prefix is no secret; scopes are names of permissions, joined by commas.
create table api_key (
  tenant_id       uuid        not null default current_tenant(),
  id              uuid        not null,
  owner_id        uuid        not null,
  name            text        not null check (length(name) between 1 and 100),
  prefix          text        not null check (prefix ~ '^[a-z0-9]{12}$'),
  secret_sha256   text        not null check (secret_sha256 ~ '^[0-9a-f]{64}$'),
  previous_sha256 text        check (previous_sha256 ~ '^[0-9a-f]{64}$'),
  previous_until  timestamptz,
  scopes          text        not null check (scopes ~ '^[A-Z_]+(,[A-Z_]+)*$' and length(scopes) <= 2000),
  made_at         timestamptz not null,
  expires_at      timestamptz check (expires_at > made_at),
  withdrawn_at    timestamptz,
  used_at         timestamptz,
  version         bigint      not null check (version >= 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references app_user,
  constraint api_key_prefix_once unique (tenant_id, prefix),
  check ((previous_sha256 is null) = (previous_until is null))
);
create index api_key_of_owner on api_key (tenant_id, owner_id, id);
create index api_key_prefix on api_key (prefix);
alter table api_key enable row level security, force row level security;
create policy own_tenant on api_key using (tenant_id = (select current_tenant()));
create policy every_tenant on api_key for select to current_user using (true);
grant select, insert, update on api_key to ${app_role};

--changeset mercat:tenant-of-api-key splitStatements:false
-- All that is told of a key before its tenant is known.
create function tenant_of_api_key(shown text) returns uuid stable language sql security definer
begin atomic
  select tenant_id from api_key where prefix = shown order by made_at limit 1;
end;

--changeset mercat:tenant-of-api-key-grant
revoke execute on function tenant_of_api_key(text) from public;
grant execute on function tenant_of_api_key(text) to ${app_role};
