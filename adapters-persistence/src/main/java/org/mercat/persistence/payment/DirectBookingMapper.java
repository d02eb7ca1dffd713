package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What is to be done for bookings that are paid to the provider, and the bookings themselves. */
interface DirectBookingMapper {

  @Insert(
      """
      insert into direct_booking (booking_id, due_at, instructions)
      values (#{booking}, #{dueAt}, #{instructions})
      """)
  int insert(UUID booking, Instant dueAt, @Nullable String instructions);

  @Select(
      """
      select b.id as booking_id, b.client_id, b.provider_id, b.currency, b.service_minor,
             (select coalesce(jsonb_agg(
                       jsonb_build_object('position', l.position, 'component', l.component,
                                          'rate_ppm', l.rate_ppm, 'base_minor', l.base_minor,
                                          'amount_minor', l.amount_minor, 'rule', l.rule)
                       order by l.position), '[]')::text
                from booking_tax_line l
               where l.booking_id = b.id and l.created_at = b.created_at) as taxes,
             b.tip_minor, b.state, b.fee_rate_ppm, b.fee_rule, b.fee_taxes::text as fee_taxes,
             d.due_at, d.instructions
        from direct_booking d
        join booking b on b.id = d.booking_id and b.created_at = d.created_at
       where d.booking_id = #{booking} and d.created_at = uuid_time(#{booking})
         and b.fee_rule is not null
      """)
  @Nullable DirectBookingRow find(UUID booking);

  @Update(
      """
      update direct_booking
         set open = false
       where booking_id = #{booking} and created_at = uuid_time(#{booking})
      """)
  int settle(UUID booking);

  @Select(
      """
      select d.booking_id
        from direct_booking d
        join booking b on b.id = d.booking_id and b.created_at = d.created_at
        left join invoice i on i.booking_id = d.booking_id
                           and i.booking_created_at = d.created_at
       where d.open and b.fee_rule is not null
         and (b.state in ('CANCELLED', 'NO_SHOW') or i.id is null
              or (b.state = 'COMPLETED' and (i.paid_at is not null or i.voided_at is not null)))
       order by d.booking_id
       limit #{most}
      """)
  List<UUID> waiting(int most);
}
