--liquibase formatted sql

--changeset mercat:fees-of-the-parties
-- What is for everybody is public. What is for one seller is seen by the seller, and by those who
-- book with it: what it pays stands on their booking.
call admit('guest', 'select', 'fee_rule', 'provider_id is null');
call admit('person', 'select', 'fee_rule',
  'provider_id is null or provider_id = (select id from own_provider)
   or exists (select from booking b where b.tenant_id = fee_rule.tenant_id
                and b.provider_id = fee_rule.provider_id)');
call admit('person', 'select', 'seller_tier',
  'provider_id = (select id from own_provider)
   or exists (select from booking b where b.tenant_id = seller_tier.tenant_id
                and b.provider_id = seller_tier.provider_id)');
call admit('person', 'select', 'vendor_monthly_volume',
  'provider_id = (select id from own_provider)
   or exists (select from booking b where b.tenant_id = vendor_monthly_volume.tenant_id
                and b.provider_id = vendor_monthly_volume.provider_id)');
call admit('admin', 'select, insert', 'fee_rule', 'true');
call admit('admin', 'update', 'fee_rule', 'true', 'valid_to, version');
call admit('admin', 'select, insert', 'seller_tier', 'true');
call admit('admin', 'update', 'seller_tier', 'true', 'valid_to, version');
call admit('admin', 'select', 'vendor_monthly_volume', 'true');
grant select on shop_tiers to ${app_role}_admin, ${app_role}_market;
