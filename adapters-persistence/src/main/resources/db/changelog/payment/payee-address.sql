--liquibase formatted sql

--changeset mercat:payee-address
-- Where the gateway reaches a payee. It is kept with the call, for the same call may be made again
-- under the same key only as it was made at first.
alter table payment_operation
  add column email text check (length(email) between 3 and 254);

alter table payment_operation no force row level security;
alter table provider no force row level security;
alter table app_user no force row level security;
update payment_operation o
   set email = u.email
  from provider p
  join app_user u on u.tenant_id = p.tenant_id and u.id = p.owner_id
 where o.step = 'OPEN_PAYEE' and p.tenant_id = o.tenant_id and p.id = o.provider_id;
alter table payment_operation force row level security;
alter table provider force row level security;
alter table app_user force row level security;

alter table payment_operation
  add check ((email is not null) = (step = 'OPEN_PAYEE'));
