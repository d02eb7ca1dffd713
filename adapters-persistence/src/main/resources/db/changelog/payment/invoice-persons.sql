--liquibase formatted sql

--changeset mercat:invoices-of-their-parties
-- Only the market issues, credits and pays; an administrator may take back what nobody has paid.
call admit('person', 'select', 'invoice',
  'client_id = (select current_person()) or provider_id = (select id from own_provider)');
call admit('admin', 'select, update', 'invoice', 'true');
call admit('person', 'select', 'invoice_line',
  'exists (select from invoice i where i.tenant_id = invoice_line.tenant_id
             and i.id = invoice_id)');
call admit('person', 'select', 'invoice_tax_line',
  'exists (select from invoice i where i.tenant_id = invoice_tax_line.tenant_id
             and i.id = invoice_id)');
call admit('person', 'select', 'credit_note',
  'exists (select from invoice i where i.tenant_id = credit_note.tenant_id
             and i.id = invoice_id)');
call admit('person', 'select', 'credit_note_tax_line',
  'exists (select from credit_note c where c.tenant_id = credit_note_tax_line.tenant_id
             and c.id = credit_note_id)');
call admit('admin', 'select', 'invoice_line', 'true');
call admit('admin', 'select', 'invoice_tax_line', 'true');
call admit('admin', 'select', 'credit_note', 'true');
call admit('admin', 'select', 'credit_note_tax_line', 'true');

--changeset mercat:notes-of-the-seller
-- What is internal the client does not see, whatever the application asks for.
call admit('person', 'select', 'invoice_note',
  'exists (select from invoice i where i.tenant_id = invoice_note.tenant_id and i.id = invoice_id
             and (audience = ''BOTH'' or i.provider_id = (select id from own_provider)))');
call admit('person', 'insert, update', 'invoice_note',
  'exists (select from invoice i where i.tenant_id = invoice_note.tenant_id and i.id = invoice_id
             and i.provider_id = (select id from own_provider))');
call admit('admin', 'select', 'invoice_note', 'true');
