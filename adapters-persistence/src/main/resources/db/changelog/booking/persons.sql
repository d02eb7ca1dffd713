--liquibase formatted sql

--changeset mercat:bookings-of-their-parties
-- Who a booking is between never changes.
call admit('person', 'select', 'booking',
  'client_id = (select current_person()) or provider_id = (select id from own_provider)');
call admit('person, admin', 'insert', 'booking', 'client_id = (select current_person())');
call admit('person', 'update', 'booking',
  'client_id = (select current_person()) or provider_id = (select id from own_provider)',
  'state, state_at, hold_until, paying, cancelled_by, cancel_reason, fee_rate_ppm, fee_rule, '
    || 'fee_taxes, version');
call admit('admin', 'select, update', 'booking', 'true');

--changeset mercat:parts-of-bookings
-- A part of a booking is seen by those who see the booking. It is added in one statement with the
-- booking, which no policy can see yet: so the insert is looked at when the statement is done.
call admit('person', 'select', 'booking_tax_line',
  'exists (select from booking b where b.tenant_id = booking_tax_line.tenant_id
             and b.id = booking_id and b.created_at = booking_tax_line.created_at)');
call admit('person, admin', 'insert', 'booking_tax_line', 'true');
call admit('admin', 'select', 'booking_tax_line', 'true');
call admit('person', 'select', 'booking_step',
  'exists (select from booking b where b.tenant_id = booking_step.tenant_id
             and b.id = booking_id and b.created_at = booking_step.created_at)');
call admit('person, admin', 'insert', 'booking_step', 'true');
call admit('admin', 'select', 'booking_step', 'true');
call admit('person', 'select, delete', 'slot_claim',
  'exists (select from booking b where b.tenant_id = slot_claim.tenant_id
             and b.id = booking_id and b.created_at = slot_claim.created_at)');
call admit('person, admin', 'insert', 'slot_claim', 'true');
call admit('admin', 'select, delete', 'slot_claim', 'true');

--changeset mercat:parts-of-own-bookings-only splitStatements:false
create function refuse_parts_of_foreign_bookings() returns trigger language plpgsql as $$
begin
  if exists (select from added a
              where not exists (select from booking b where b.tenant_id = a.tenant_id
                                   and b.id = a.booking_id and b.created_at = a.created_at)) then
    raise exception 'a row of % is part of a booking of others', tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger booking_tax_line_is_of_own_booking after insert on booking_tax_line
  referencing new table as added for each statement
  execute function refuse_parts_of_foreign_bookings();
create trigger booking_step_is_of_own_booking after insert on booking_step
  referencing new table as added for each statement
  execute function refuse_parts_of_foreign_bookings();
create trigger slot_claim_is_of_own_booking after insert on slot_claim
  referencing new table as added for each statement
  execute function refuse_parts_of_foreign_bookings();

--changeset mercat:taken-time
-- When a provider is busy everybody may know, but not with what.
call admit('calendar', 'select', 'slot_claim', 'true', 'provider_id, during');
