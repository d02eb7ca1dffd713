--liquibase formatted sql

--changeset mercat:own-api-keys
call admit('person', 'select, insert, update', 'api_key', 'owner_id = (select current_person())');
call admit('admin', 'select', 'api_key', 'true');
call admit('admin', 'insert, update', 'api_key', 'owner_id = (select current_person())');
call admit('authenticator', 'select, update', 'api_key', 'true');
grant execute on function tenant_of_api_key(text) to ${app_role}_authenticator;
