--liquibase formatted sql

--changeset mercat:second-factor-roles
-- Looked at where it is found out who somebody is, as passwords are, and nowhere else.
call admit('authenticator', 'select, insert, update, delete', 'second_factor', 'true');
call admit('authenticator', 'select, insert, delete', 'recovery_code', 'true');
