--liquibase formatted sql

--changeset mercat:credentials
-- What shows who somebody is is looked at where that is found out, and nowhere else.
call admit('authenticator', 'select, insert, update, delete', 'user_token', 'true');
call admit('authenticator', 'select, insert, update, delete', 'phone_challenge', 'true');
call admit('authenticator', 'select, insert, update, delete', 'sign_in_failure', 'true');

--changeset mercat:clients-of-a-provider
-- A provider sees the account of whoever has booked something of it (IA-17).
alter policy person_select on app_user using (
  id = (select current_person())
  or exists (select from booking b
              where b.tenant_id = app_user.tenant_id and b.client_id = app_user.id
                and b.provider_id = (select id from own_provider)));
