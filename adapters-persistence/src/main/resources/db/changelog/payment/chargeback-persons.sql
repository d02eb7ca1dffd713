--liquibase formatted sql

--changeset mercat:chargeback-of-the-provider
-- A provider sees the chargebacks of its own bookings and tells of them; an administrator answers.
call admit('person', 'select', 'chargeback', 'provider_id = (select id from own_provider)');
call admit('person', 'select, insert', 'chargeback_material',
  'exists (select from chargeback c where c.tenant_id = chargeback_material.tenant_id
             and c.id = chargeback_id)');
call admit('admin', 'select, update', 'chargeback', 'true');
call admit('admin', 'select', 'chargeback_material', 'true');
call admit('admin', 'select, insert, update', 'chargeback_policy', 'true');
