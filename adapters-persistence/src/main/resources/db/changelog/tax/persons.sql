--liquibase formatted sql

--changeset mercat:laws-are-public
call admit('guest, person, admin', 'select', 'tax_rule', 'true');
call admit('admin', 'insert', 'tax_rule', 'true');
call admit('admin', 'update', 'tax_rule', 'true', 'recorded_to');
