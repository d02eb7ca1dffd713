--liquibase formatted sql

--changeset mercat:earnings-of-the-parties
-- Who confirms or refunds a booking changes what is earned with it; only the market pays it out.
call admit('person', 'select, insert, update', 'earning',
  'exists (select from booking b where b.tenant_id = earning.tenant_id
             and b.id = booking_id and b.created_at = earning.created_at)');
call admit('person', 'select', 'transfer',
  'exists (select from booking b where b.tenant_id = transfer.tenant_id
             and b.id = booking_id and b.created_at = transfer.created_at)');
call admit('person', 'update', 'transfer',
  'exists (select from booking b where b.tenant_id = transfer.tenant_id
             and b.id = booking_id and b.created_at = transfer.created_at)',
  'state, reference, failure, reversing_minor, reversed_minor');
call admit('admin', 'select, insert, update', 'earning', 'true');
call admit('admin', 'select', 'transfer', 'true');
call admit('admin', 'update', 'transfer', 'true',
  'state, reference, failure, reversing_minor, reversed_minor');

--changeset mercat:payouts-of-the-provider
call admit('person', 'select', 'payout', 'provider_id = (select id from own_provider)');
call admit('admin', 'select, update', 'payout', 'true');
call admit('person', 'select, insert, update', 'payout_plan',
  'provider_id = (select id from own_provider)');
call admit('admin', 'select, update', 'payout_plan', 'true');
call admit('admin', 'insert', 'payout_plan', 'provider_id = (select id from own_provider)');

--changeset mercat:books-of-the-provider
-- A party sees the entries of its bookings, a provider besides those of its payouts and its own.
alter policy person_select on ledger_tx using (
  exists (select from booking b where b.tenant_id = ledger_tx.tenant_id
             and b.id = booking_id and b.created_at = booking_created_at)
  or provider_id = (select id from own_provider)
  or exists (select from payout p where p.tenant_id = ledger_tx.tenant_id and p.id = payout_id));

--changeset mercat:operations-of-own-payouts
alter policy person_select on payment_operation using (
  provider_id = (select id from own_provider)
  or exists (select from booking b where b.tenant_id = payment_operation.tenant_id
                and b.id = booking_id and b.created_at = booking_created_at)
  or subject_kind = 'payout'
     and exists (select from payout p where p.tenant_id = payment_operation.tenant_id
                    and p.id = subject_id));
