--liquibase formatted sql

--changeset mercat:providers-are-public
call admit('guest, person, admin', 'select', 'provider', 'true');
call admit('calendar', 'select', 'provider', 'true',
  'tenant_id, id, time_zone, verification, standing');
call admit('person, admin', 'insert', 'provider', 'owner_id = (select current_person())');
call admit('person', 'update', 'provider', 'owner_id = (select current_person())');
call admit('admin', 'update', 'provider', 'true');
