--liquibase formatted sql

--changeset mercat:app-user-coordinates
-- Where a person's home is on the earth, in degrees (WGS 84), as far as he says.
alter table app_user
  add column lat float8 check (lat between -90 and 90),
  add column lon float8 check (lon between -180 and 180),
  add constraint app_user_coordinates check ((lat is null) = (lon is null));
