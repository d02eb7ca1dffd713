--liquibase formatted sql

--changeset mercat:own-account
call admit('person', 'select, update', 'app_user', 'id = (select current_person())');
call admit('person', 'select', 'user_role', 'user_id = (select current_person())');
-- An account is written with its roles: the person may say them again, and add and take none.
call admit('person', 'insert, delete', 'user_role', 'false');
call admit('person', 'select', 'user_permission', 'user_id = (select current_person())');
call admit('person', 'select, update', 'user_session', 'user_id = (select current_person())');
call admit('admin', 'select, insert, update', 'app_user', 'true');
call admit('admin', 'select, insert, delete', 'user_role', 'true');
call admit('admin', 'select, insert, delete', 'user_permission', 'true');
call admit('admin', 'select, update', 'user_session', 'true');

--changeset mercat:authenticator
-- Before it is known who somebody is, it cannot be asked what is his or hers.
call admit('authenticator', 'select, insert, update', 'app_user', 'true');
call admit('authenticator', 'select, insert, delete', 'user_role', 'true');
call admit('authenticator', 'select', 'user_permission', 'true');
call admit('authenticator', 'select, insert, update', 'user_session', 'true');
call admit('authenticator', 'select, insert, delete', 'signing_key', 'true');
