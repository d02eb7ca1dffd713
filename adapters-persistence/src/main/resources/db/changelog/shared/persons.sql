--liquibase formatted sql

--changeset mercat:everybody-reads-the-clock
grant select on market_clock
  to ${app_role}_guest, ${app_role}_person, ${app_role}_admin, ${app_role}_market,
     ${app_role}_authenticator, ${app_role}_calendar;

--changeset mercat:own-idempotency-keys
-- Nobody replays another one's call. The authenticator works within calls that carry a key, too.
call admit('person, admin, authenticator', 'select, insert, update', 'idempotency_key',
  'person_id = (select current_person())');
