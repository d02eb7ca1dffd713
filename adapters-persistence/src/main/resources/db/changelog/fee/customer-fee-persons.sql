--liquibase formatted sql

--changeset mercat:what-clients-pay-is-public
-- Whoever may see a price may see what is paid on top of it.
alter policy guest_select on fee_rule using (provider_id is null or direction = 'CUSTOMER_FEE');
alter policy person_select on fee_rule using (
  provider_id is null or direction = 'CUSTOMER_FEE'
  or provider_id = (select id from own_provider)
  or exists (select from booking b where b.tenant_id = fee_rule.tenant_id
               and b.provider_id = fee_rule.provider_id));
