package org.mercat.persistence.payment;

import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Bookings, providers, accounts and listings, as far as an invoice names them. */
interface BilledBookingMapper {

  @Select(
      """
      select p.id as provider_id, p.business_name, p.country as seller_country,
             p.subdivision as seller_subdivision, p.postal_code, p.city, p.tax_registration,
             p.time_zone, b.client_id, u.first_name, u.last_name, l.title, b.slot_from, b.slot_to,
             b.zone, b.country, b.subdivision,
             (select coalesce(jsonb_agg(distinct jsonb_build_object(
                       'rule', r.name, 'source', r.source)), '[]')::text
                from tax_rule r
               where r.name in (
                       select t.rule from booking_tax_line t
                        where t.booking_id = b.id and t.created_at = b.created_at
                       union all
                       select t.rule
                         from jsonb_to_recordset(b.on_top_taxes) as t(rule text))) as sources
        from booking b
        join provider p on p.id = b.provider_id
        join app_user u on u.id = b.client_id
        join listing l on l.id = b.listing_id
       where b.id = #{booking} and b.created_at = uuid_time(#{booking})
      """)
  @Nullable BilledBookingRow find(UUID booking);
}
