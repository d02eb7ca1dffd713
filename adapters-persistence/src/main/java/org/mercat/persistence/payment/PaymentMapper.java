package org.mercat.persistence.payment;

import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface PaymentMapper {

  @Select(
      """
      select p.booking_id, p.client_id, p.provider_id, p.currency, p.service_minor, t.taxes,
             t.taxes_on_service, p.tip_minor, p.customer_fee_minor,
             p.customer_fee_returned_in_parts, p.state, p.state_at, p.refunding, p.refunding_released,
             p.refunding_service_minor,
             t.refunding_taxes_minor, p.refunding_tip_minor, p.refunding_customer_fee_minor,
             p.refunded_service_minor,
             t.refunded_taxes_minor, p.refunded_tip_minor, p.refunded_customer_fee_minor,
             p.owed_service_minor,
             t.owed_taxes_minor, p.owed_tip_minor, p.owed_customer_fee_minor,
             p.disputes_open, p.lost_service_minor, t.lost_taxes_minor, p.lost_tip_minor,
             p.lost_customer_fee_minor, p.refunds, p.outcome_unknown,
             p.reference, p.release_rate_ppm, p.release_rule,
             p.release_taxes::text as release_taxes, p.version
        from payment p
        cross join lateral (
          select coalesce(jsonb_agg(
                   jsonb_build_object('position', l.position, 'component', l.component,
                                      'rate_ppm', l.rate_ppm, 'base_minor', l.base_minor,
                                      'amount_minor', l.amount_minor, 'rule', l.rule)
                   order by l.position), '[]')::text as taxes,
                 count(*) filter (where not l.on_customer_fee)::int as taxes_on_service,
                 coalesce(string_agg(l.refunding_minor::text, ',' order by l.position), '')
                   as refunding_taxes_minor,
                 coalesce(string_agg(l.refunded_minor::text, ',' order by l.position), '')
                   as refunded_taxes_minor,
                 coalesce(string_agg(l.owed_minor::text, ',' order by l.position), '')
                   as owed_taxes_minor,
                 coalesce(string_agg(l.lost_minor::text, ',' order by l.position), '')
                   as lost_taxes_minor
            from payment_tax_line l
           where l.booking_id = p.booking_id and l.created_at = p.created_at) t
       where p.booking_id = #{booking} and p.created_at = uuid_time(#{booking})
      """)
  @Nullable PaymentRow find(UUID booking);

  @Select(
      """
      select exists (select from payment
                      where provider_id = #{provider} and currency = #{currency}
                        and refunding
                        and (state = 'RELEASED' or state = 'REFUNDING' and refunding_released))
      """)
  boolean isRefunding(UUID provider, String currency);

  /** Returns 0 when the booking has a payment already. */
  @Select(
      value =
          """
          with added as (
            insert into payment
              (booking_id, client_id, provider_id, currency, service_minor, tip_minor,
               customer_fee_minor, customer_fee_returned_in_parts, state, state_at, refunding, refunding_released, refunding_service_minor, refunding_tip_minor,
               refunding_customer_fee_minor, refunded_service_minor, refunded_tip_minor,
               refunded_customer_fee_minor, owed_service_minor, owed_tip_minor,
               owed_customer_fee_minor,
               refunds, outcome_unknown, reference, release_rate_ppm, release_rule, release_taxes, version)
            values
              (#{bookingId}, #{clientId}, #{providerId}, #{currency}, #{serviceMinor}, #{tipMinor},
               #{customerFeeMinor}, #{customerFeeReturnedInParts}, #{state}, #{stateAt}, #{refunding}, #{refundingReleased}, #{refundingServiceMinor},
               #{refundingTipMinor}, #{refundingCustomerFeeMinor}, #{refundedServiceMinor},
               #{refundedTipMinor}, #{refundedCustomerFeeMinor}, #{owedServiceMinor},
               #{owedTipMinor}, #{owedCustomerFeeMinor}, #{refunds}, #{outcomeUnknown}, #{reference}, #{releaseRatePpm}, #{releaseRule},
               #{releaseTaxes}::jsonb, #{version})
            on conflict do nothing
            returning booking_id),
          taxed as (
            insert into payment_tax_line
              (booking_id, position, component, rate_ppm, base_minor, amount_minor, rule,
               on_customer_fee, refunding_minor, refunded_minor, owed_minor)
            select added.booking_id, t.position, t.component, t.rate_ppm, t.base_minor,
                   t.amount_minor, t.rule, t.position > #{taxesOnService},
                   (string_to_array(#{refundingTaxesMinor}, ',')::bigint[])[t.position],
                   (string_to_array(#{refundedTaxesMinor}, ',')::bigint[])[t.position],
                   (string_to_array(#{owedTaxesMinor}, ',')::bigint[])[t.position]
              from added,
                   jsonb_to_recordset(#{taxes}::jsonb) as t(position smallint, component text,
                     rate_ppm bigint, base_minor bigint, amount_minor bigint, rule text))
          select count(*) from added
          """,
      affectData = true)
  int insert(PaymentRow payment);

  /** Returns 0 when the version is no longer the stored one. */
  @Select(
      value =
          """
          with changed as (
            update payment
               set state = #{state}, state_at = #{stateAt}, refunding = #{refunding},
                   refunding_released = #{refundingReleased},
                   refunding_service_minor = #{refundingServiceMinor},
                   refunding_tip_minor = #{refundingTipMinor},
                   refunding_customer_fee_minor = #{refundingCustomerFeeMinor},
                   refunded_service_minor = #{refundedServiceMinor},
                   refunded_tip_minor = #{refundedTipMinor},
                   refunded_customer_fee_minor = #{refundedCustomerFeeMinor},
                   owed_service_minor = #{owedServiceMinor}, owed_tip_minor = #{owedTipMinor},
                   owed_customer_fee_minor = #{owedCustomerFeeMinor},
                   disputes_open = #{disputesOpen},
                   lost_service_minor = #{lostServiceMinor}, lost_tip_minor = #{lostTipMinor},
                   lost_customer_fee_minor = #{lostCustomerFeeMinor},
                   refunds = #{refunds},
                   outcome_unknown = #{outcomeUnknown}, reference = #{reference},
                   release_rate_ppm = #{releaseRatePpm}, release_rule = #{releaseRule},
                   release_taxes = #{releaseTaxes}::jsonb, version = version + 1
             where booking_id = #{bookingId} and created_at = uuid_time(#{bookingId})
               and version = #{version}
            returning booking_id, created_at),
          taxed as (
            update payment_tax_line l
               set refunding_minor = n.refunding, refunded_minor = n.refunded, owed_minor = n.owed,
                   lost_minor = n.lost
              from changed c,
                   unnest(string_to_array(#{refundingTaxesMinor}, ',')::bigint[],
                          string_to_array(#{refundedTaxesMinor}, ',')::bigint[],
                          string_to_array(#{owedTaxesMinor}, ',')::bigint[],
                          string_to_array(#{lostTaxesMinor}, ',')::bigint[])
                     with ordinality as n(refunding, refunded, owed, lost, position)
             where l.booking_id = c.booking_id and l.created_at = c.created_at
               and l.position = n.position
               and (l.refunding_minor, l.refunded_minor, l.owed_minor, l.lost_minor)
                   is distinct from (n.refunding, n.refunded, n.owed, n.lost))
          select count(*) from changed
          """,
      affectData = true)
  int update(PaymentRow payment);
}
