--liquibase formatted sql

--changeset mercat:customer-fee-rule
-- What clients pay on top of prices (C-29): of one seller's (PROMOTION) or of everybody's, a rate and
-- what is flat, with tax or without. Of everybody there is nothing else to tell two rules apart by.
alter table fee_rule
  drop constraint fee_rule_direction_check,
  drop constraint fee_rule_kind_check,
  drop constraint fee_rule_no_overlap,
  add column flat_minor        bigint  check (flat_minor >= 0),
  add column flat_currency     text    check (flat_currency ~ '^[A-Z]{3}$'),
  add column taxed             boolean,
  add column returned_in_parts boolean,
  add constraint fee_rule_direction_check check
    (direction in ('PLATFORM_FEE', 'REFERRAL_COMMISSION', 'CUSTOMER_FEE')),
  add constraint fee_rule_kind_check check
    (kind in ('PROMOTION', 'VOLUME', 'LEVEL', 'EVERYBODY')),
  add constraint fee_rule_kind_of_direction check
    (case direction when 'CUSTOMER_FEE' then kind in ('PROMOTION', 'EVERYBODY')
                    else kind <> 'EVERYBODY' end),
  add constraint fee_rule_on_top check
    ((direction = 'CUSTOMER_FEE') = (taxed is not null)
     and (direction = 'CUSTOMER_FEE') = (returned_in_parts is not null)),
  add constraint fee_rule_flat check
    ((flat_minor is null) = (flat_currency is null)
     and (direction = 'CUSTOMER_FEE' or flat_minor is null)),
  add constraint fee_rule_no_overlap exclude using gist (
    tenant_id with =, direction with =, kind with =,
    (coalesce(provider_id::text, level, currency || ' ' || from_minor::text, '')) with =,
    tstzrange(valid_from, valid_to) with &&);
