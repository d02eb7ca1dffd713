--liquibase formatted sql

--changeset mercat:active-listings-are-public
call admit('guest, calendar', 'select', 'listing', $$ state = 'ACTIVE' $$);
call admit('person', 'select', 'listing',
  $$ state = 'ACTIVE' or provider_id = (select id from own_provider) $$);
call admit('person, admin', 'insert, update', 'listing',
  'provider_id = (select id from own_provider)');
call admit('admin', 'select', 'listing', 'true');

--changeset mercat:everybody-searches
grant execute on function search_listings(text, text, uuid, float8, float8, int, uuid, int)
  to ${app_role}_guest, ${app_role}_person, ${app_role}_admin, ${app_role}_market;
