--liquibase formatted sql

--changeset mercat:bookings-refer-to-the-offer
alter table booking
  add constraint booking_provider foreign key (tenant_id, provider_id) references provider,
  add constraint booking_listing foreign key (tenant_id, listing_id) references listing;
alter table slot_claim
  add constraint slot_claim_provider foreign key (tenant_id, provider_id) references provider;
