--liquibase formatted sql

--changeset mercat:booking-customer-fee
-- By what the client pays to the platform on top, as it was quoted; null where nothing was set.
alter table booking
  add column on_top_rate_ppm          bigint  check (on_top_rate_ppm between 0 and 1000000),
  add column on_top_flat_minor        bigint  check (on_top_flat_minor >= 0),
  add column on_top_taxes             jsonb   check (jsonb_typeof(on_top_taxes) = 'array'),
  add column on_top_returned_in_parts boolean,
  add column on_top_rule              text    check (length(on_top_rule) between 1 and 200),
  add constraint booking_on_top check
    ((on_top_rate_ppm is null) = (on_top_rule is null)
     and (on_top_rate_ppm is null) = (on_top_taxes is null)
     and (on_top_rate_ppm is null) = (on_top_returned_in_parts is null)
     and (on_top_rate_ppm is not null or on_top_flat_minor is null));
