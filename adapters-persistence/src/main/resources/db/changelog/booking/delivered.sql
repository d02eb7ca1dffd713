--liquibase formatted sql

--changeset mercat:booking-delivered
-- Work that waits for its client to confirm it, the longest first.
create index booking_delivered on booking (tenant_id, state_at) where state = 'DELIVERED';
