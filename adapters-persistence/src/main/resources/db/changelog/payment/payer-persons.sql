--liquibase formatted sql

--changeset mercat:payers-themselves
-- What somebody pays with is seen by nobody else, not even by administrators.
call admit('person, admin', 'select, insert', 'payer', 'user_id = (select current_person())');
call admit('person, admin', 'select, insert, update', 'payment_method',
  'user_id = (select current_person())');

--changeset mercat:operations-of-payers-themselves
alter policy person_select on payment_operation using (
  provider_id = (select id from own_provider)
  or exists (select from booking b where b.tenant_id = payment_operation.tenant_id
                and b.id = booking_id and b.created_at = booking_created_at)
  or subject_kind = 'payout'
     and exists (select from payout p where p.tenant_id = payment_operation.tenant_id
                    and p.id = subject_id)
  or subject_kind = 'payer' and subject_id = (select current_person())
  or subject_kind = 'payment_method'
     and exists (select from payment_method m where m.tenant_id = payment_operation.tenant_id
                    and m.id = subject_id));
alter policy person_insert on payment_operation with check (
  provider_id = (select id from own_provider)
  or exists (select from booking b where b.tenant_id = payment_operation.tenant_id
                and b.id = booking_id and b.created_at = booking_created_at)
  or subject_kind = 'payer' and subject_id = (select current_person())
  or subject_kind = 'payment_method'
     and exists (select from payment_method m where m.tenant_id = payment_operation.tenant_id
                    and m.id = subject_id));
