--liquibase formatted sql

--changeset mercat:plans-of-the-providers
-- Whoever may see a price may see whom it is paid to; who books has to know how.
call admit('guest', 'select', 'collection_plan', 'true', 'tenant_id, provider_id, mode');
call admit('person, admin', 'select', 'collection_plan', 'true');
call admit('person, admin', 'insert, update', 'collection_plan',
  'provider_id = (select id from own_provider)');

--changeset mercat:direct-bookings-of-their-parties
-- It is agreed on with the booking; what follows is the market's.
call admit('person', 'select, insert', 'direct_booking',
  'exists (select from booking b where b.tenant_id = direct_booking.tenant_id
             and b.id = booking_id and b.created_at = direct_booking.created_at)');
call admit('admin', 'select, insert', 'direct_booking', 'true');
