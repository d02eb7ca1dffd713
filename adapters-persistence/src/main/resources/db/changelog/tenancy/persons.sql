--liquibase formatted sql

--changeset mercat:settings-of-a-tenant-are-public
call admit('guest, person, admin, authenticator', 'select', 'tenant_settings', 'true');
call admit('guest, person, admin, authenticator', 'select', 'tenant_region', 'true');
call admit('admin', 'insert, update', 'tenant_settings', 'true');
call admit('admin', 'insert, delete', 'tenant_region', 'true');
call admit('admin', 'select', 'tenant_host', 'true');

--changeset mercat:operators
-- Only for units of work of the operator's tenant is there anything in these views.
grant select, insert, update on every_tenant to ${app_role}_admin;
grant select, insert, delete on every_host to ${app_role}_admin;

--changeset mercat:everybody-comes-by-a-host
grant execute on function tenant_at(text), tenant_standing(uuid)
  to ${app_role}_guest, ${app_role}_person, ${app_role}_admin, ${app_role}_authenticator;
