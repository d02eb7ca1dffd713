--liquibase formatted sql

--changeset mercat:reviews-refer-to-the-offer
drop index review_of_listing;
drop index review_of_provider;
create index review_of_listing on review (tenant_id, listing_id, id desc);
create index review_of_provider on review (tenant_id, provider_id, id desc);
alter table review
  add constraint review_listing foreign key (tenant_id, listing_id) references listing,
  add constraint review_provider foreign key (tenant_id, provider_id) references provider;
