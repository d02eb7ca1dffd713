--liquibase formatted sql

--changeset mercat:everybody-causes-messages
-- What is to be told is put down by whoever causes it, and seen by the market alone, which tells it.
call admit('guest, person, admin, authenticator', 'insert', 'outgoing_message', 'true');
