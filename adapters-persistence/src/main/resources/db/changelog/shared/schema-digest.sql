--liquibase formatted sql

--changeset mercat:schema-digest
-- Which changelog this database has been through, so that a start need not read it again.
create table schema_digest (
  only_row boolean primary key default true check (only_row),
  digest   text    not null check (digest ~ '^[0-9a-f]{64}$')
);
