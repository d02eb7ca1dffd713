--liquibase formatted sql

--changeset mercat:money-of-the-parties
call admit('person', 'select, insert, update', 'payment',
  '(client_id = (select current_person()) or provider_id = (select id from own_provider))
   and exists (select from booking b where b.tenant_id = payment.tenant_id
                  and b.id = booking_id and b.created_at = payment.created_at)');
call admit('person', 'select, insert, update', 'payment_tax_line',
  'exists (select from booking b where b.tenant_id = payment_tax_line.tenant_id
             and b.id = booking_id and b.created_at = payment_tax_line.created_at)');
call admit('person', 'select, insert', 'payment_operation',
  'provider_id = (select id from own_provider)
   or exists (select from booking b where b.tenant_id = payment_operation.tenant_id
                and b.id = booking_id and b.created_at = booking_created_at)');
call admit('person', 'select', 'payee', 'provider_id = (select id from own_provider)');
call admit('person, admin', 'insert', 'payee', 'provider_id = (select id from own_provider)');
call admit('admin', 'select, insert, update', 'payment', 'true');
call admit('admin', 'select, insert, update', 'payment_tax_line', 'true');
call admit('admin', 'select, insert', 'payment_operation', 'true');
call admit('admin', 'select', 'payee', 'true');

--changeset mercat:books-of-the-parties
-- The lines of an entry come in one statement with it, which no policy can see yet: so they are
-- looked at when the statement is done.
call admit('person', 'select, insert', 'ledger_tx',
  'exists (select from booking b where b.tenant_id = ledger_tx.tenant_id
             and b.id = booking_id and b.created_at = booking_created_at)');
call admit('person', 'select', 'posting',
  'exists (select from ledger_tx t where t.tenant_id = posting.tenant_id
             and t.id = tx_id and t.created_at = posting.created_at)');
call admit('person', 'insert', 'posting', 'true');
call admit('admin', 'select, insert', 'ledger_tx', 'true');
call admit('admin', 'select, insert', 'posting', 'true');
call admit('admin', 'select', 'account_balance', 'true');

--changeset mercat:lines-of-own-entries-only splitStatements:false
create function refuse_lines_of_foreign_entries() returns trigger language plpgsql as $$
begin
  if exists (select from added a
              where not exists (select from ledger_tx t where t.tenant_id = a.tenant_id
                                   and t.id = a.tx_id and t.created_at = a.created_at)) then
    raise exception 'a posting is part of an entry of others'
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger posting_is_of_own_entry after insert on posting
  referencing new table as added for each statement
  execute function refuse_lines_of_foreign_entries();

--changeset mercat:balances-move-by-themselves
-- Only postings change a balance, whoever may post.
alter function move_escrow_balances() security definer;
