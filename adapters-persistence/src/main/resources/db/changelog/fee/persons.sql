--liquibase formatted sql

--changeset mercat:the-tariff-is-public
call admit('guest, person, admin', 'select', 'platform_fee', 'true');
call admit('admin', 'insert', 'platform_fee', 'true');
