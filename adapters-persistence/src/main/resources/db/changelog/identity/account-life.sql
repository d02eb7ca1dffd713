--liquibase formatted sql

--changeset mercat:app-user-life
-- Whether the address is shown to be the person's, why an account is kept closed and since when,
-- and what the person says about himself. Only the policies are forced: the owner fills in what is
-- known of those who are there.
alter table app_user
  add column email_verified_at timestamptz,
  add column standing_reason   text check (length(standing_reason) between 1 and 1000),
  add column standing_at       timestamptz,
  add column phone             text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  add column phone_verified_at timestamptz,
  add column address_line1     text check (length(address_line1) between 1 and 200),
  add column address_line2     text check (length(address_line2) between 1 and 200),
  add column city              text check (length(city) between 1 and 100),
  add column subdivision       text check (subdivision ~ '^[A-Z0-9]{1,3}$'),
  add column postal_code       text check (length(postal_code) between 1 and 12),
  add column country           text check (country ~ '^[A-Z]{2}$'),
  add column language          text not null default 'EN' check (language in ('EN', 'FR')),
  add column last_login_at     timestamptz;
alter table app_user no force row level security;
update app_user set email_verified_at = registered_at where status = 'ACTIVE';
update app_user set standing_reason = 'not kept', standing_at = registered_at
 where status in ('SUSPENDED', 'BANNED');
update app_user set deleted_at = coalesce(deleted_at, registered_at) where status = 'INACTIVE';
alter table app_user force row level security;
-- The market's time may be set back, so that an end can come before its beginning.
alter table app_user drop constraint app_user_check;
alter table app_user
  add constraint app_user_standing check (
    (status in ('SUSPENDED', 'BANNED')) = (standing_reason is not null)
    and (standing_reason is null) = (standing_at is null)
    and (status = 'INACTIVE') = (deleted_at is not null)
    and (status <> 'PENDING_VERIFICATION' or email_verified_at is null)
    and (status <> 'ACTIVE' or email_verified_at is not null)),
  add constraint app_user_phone check (phone is not null or phone_verified_at is null),
  add constraint app_user_home check (
    country is not null or (subdivision is null and postal_code is null));
create index app_user_by_status on app_user (tenant_id, status, id);
create index app_user_deleted on app_user (tenant_id, deleted_at) where deleted_at is not null;
