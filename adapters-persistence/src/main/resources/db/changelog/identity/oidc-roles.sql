--liquibase formatted sql

--changeset mercat:oidc-authenticator
-- Whoever trusts an issuer decides who signs in, and whoever comes from there is nobody yet.
call admit('authenticator', 'select, insert, delete', 'oidc_issuer', 'true');
call admit('authenticator', 'select, insert', 'oidc_identity', 'true');
call admit('authenticator', 'select, insert, delete', 'oidc_token_use', 'true');
