package org.mercat.persistence.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** No statement names the tenant: column defaults and row-level security add it. */
interface BookingMapper {

  /** Columns of a {@link BookingRow}, of a table that is called b. */
  String COLUMNS =
      """
      b.id, b.client_id, b.provider_id, b.listing_id, b.slot_from, b.slot_to, b.claim_from,
      b.claim_to, b.zone, b.country, b.subdivision, b.address_country, b.address_subdivision,
      b.address_city, b.address_postal_code, b.address_line1, b.service_minor,
      (select coalesce(jsonb_agg(
                jsonb_build_object('position', t.position, 'component', t.component,
                                   'rate_ppm', t.rate_ppm, 'base_minor', t.base_minor,
                                   'amount_minor', t.amount_minor, 'rule', t.rule)
                order by t.position), '[]')::text
         from booking_tax_line t
        where t.booking_id = b.id and t.created_at = b.created_at) as taxes,
      b.tip_minor, b.currency, b.on_top_rate_ppm, b.on_top_flat_minor,
      b.on_top_taxes::text as on_top_taxes, b.on_top_returned_in_parts, b.on_top_rule, b.policy, b.paid_at_placing, b.state, b.state_at, b.hold_until,
      b.paying, b.cancelled_by, b.cancel_reason, b.fee_rate_ppm, b.fee_rule,
      b.fee_taxes::text as fee_taxes, b.version
      """;

  /**
   * The constraint slot_claim_no_overlap decides; nothing kept means that the time is taken. What
   * is returned is no column, which one might see only when the booking is there.
   */
  String CLAIM =
      """
      with kept as (
        insert into slot_claim (provider_id, during, booking_id)
        values (#{providerId}, tstzrange(#{claimFrom}, #{claimTo}, '[)'), #{id})
        on conflict do nothing
        returning #{id}::uuid as id),
      """;

  String NO_CLAIM = "with kept as (select #{id}::uuid as id),\n";

  String INSERT =
      """
      taxed as (
        insert into booking_tax_line
          (booking_id, position, component, rate_ppm, base_minor, amount_minor, rule)
        select kept.id, t.*
          from kept,
               jsonb_to_recordset(#{taxes}::jsonb) as t(position smallint, component text,
                 rate_ppm bigint, base_minor bigint, amount_minor bigint, rule text)),
      stepped as (
        insert into booking_step (booking_id, phase, at, version)
        select id, #{state}, #{stateAt}, #{version} from kept)
      insert into booking
        (id, created_at, client_id, provider_id, listing_id, slot_from, slot_to, claim_from,
         claim_to, zone, country, subdivision, address_country, address_subdivision, address_city,
         address_postal_code, address_line1, service_minor, tip_minor, currency, on_top_rate_ppm,
         on_top_flat_minor, on_top_taxes, on_top_returned_in_parts, on_top_rule, policy,
         paid_at_placing, state, state_at, hold_until, paying, cancelled_by, cancel_reason,
         fee_rate_ppm, fee_rule, fee_taxes, version)
      select id, uuid_time(id), #{clientId}, #{providerId}, #{listingId}, #{slotFrom}, #{slotTo},
             #{claimFrom}, #{claimTo}, #{zone}, #{country}, #{subdivision}, #{addressCountry},
             #{addressSubdivision}, #{addressCity}, #{addressPostalCode}, #{addressLine1},
             #{serviceMinor}, #{tipMinor}, #{currency}, #{onTopRatePpm}::bigint,
             #{onTopFlatMinor}::bigint, #{onTopTaxes}::jsonb, #{onTopReturnedInParts}::boolean,
             #{onTopRule}, #{policy}, #{paidAtPlacing}, #{state}, #{stateAt},
             #{holdUntil}::timestamptz, #{paying}, #{cancelledBy}, #{cancelReason},
             #{feeRatePpm}::bigint, #{feeRule}, #{feeTaxes}::jsonb, #{version}
        from kept
      """;

  @Insert(CLAIM + INSERT)
  int insertClaiming(BookingRow booking);

  @Insert(NO_CLAIM + INSERT)
  int insert(BookingRow booking);

  /** Returns how many bookings had that version: one or none. */
  @Select(
      value =
          """
          with changed as (
            update booking
               set state = #{booking.state}, state_at = #{booking.stateAt},
                   hold_until = #{booking.holdUntil}, paying = #{booking.paying},
                   cancelled_by = #{booking.cancelledBy}, cancel_reason = #{booking.cancelReason},
                   fee_rate_ppm = #{booking.feeRatePpm}, fee_rule = #{booking.feeRule},
                   fee_taxes = #{booking.feeTaxes}::jsonb, version = version + 1
             where id = #{booking.id} and created_at = uuid_time(#{booking.id})
               and version = #{booking.version}
            returning id, created_at, version),
          stepped as (
            insert into booking_step (booking_id, phase, at, version)
            select id, #{booking.state}, #{booking.stateAt}, version from changed
            on conflict do nothing),
          freed as (
            delete from slot_claim s using changed c
             where s.booking_id = c.id and s.created_at = c.created_at and not #{claimsTime})
          select count(*) from changed
          """,
      affectData = true)
  int update(BookingRow booking, boolean claimsTime);

  @Results(id = "booking")
  @Select(
      "select " + COLUMNS + "from booking b where b.id = #{id} and b.created_at = uuid_time(#{id})")
  @Nullable BookingRow find(UUID id);

  @Select(
      """
      select id
        from (select id, hold_until as due from booking
               where state = 'AWAITING_PAYMENT' and not paying and hold_until <= #{now}
              union all
              select id, state_at + (#{now}::timestamptz - #{deliveredBy}::timestamptz) as due from booking
               where state = 'DELIVERED' and state_at <= #{deliveredBy}) b
       order by due, id
       limit #{most}
      """)
  List<UUID> overdue(Instant now, Instant deliveredBy, int most);
}
