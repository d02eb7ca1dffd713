--liquibase formatted sql

--changeset mercat:own-account-only
-- A policy shows whole rows, and an account holds the hash of a password: so nobody else sees any of
-- it, and what a provider may know of a client is told by a function (IA-17).
alter policy person_select on app_user using (id = (select current_person()));

--changeset mercat:client-of splitStatements:false
-- How a client is called and reached, for the owner of a provider of whom he has booked something.
-- Whoever has signed in asks for himself only, whatever he says.
create function client_of(owner uuid, client uuid)
  returns table (first_name text, last_name text, phone text, phone_verified_at timestamptz)
  stable language sql security definer rows 1
begin atomic
  select u.first_name, u.last_name, u.phone, u.phone_verified_at
    from app_user u
   where u.tenant_id = (select current_tenant()) and u.id = client_of.client
     and client_of.owner = coalesce((select current_person()), client_of.owner)
     and exists (select from provider p
                   join booking b on b.tenant_id = p.tenant_id and b.provider_id = p.id
                  where p.tenant_id = u.tenant_id and p.owner_id = client_of.owner
                    and b.client_id = u.id);
end;

--changeset mercat:client-of-grant
revoke execute on function client_of(uuid, uuid) from public;
grant execute on function client_of(uuid, uuid)
  to ${app_role}_person, ${app_role}_admin, ${app_role}_market;
