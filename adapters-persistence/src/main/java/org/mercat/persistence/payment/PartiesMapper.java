package org.mercat.persistence.payment;

import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Bookings and providers, as far as payment reads them. */
interface PartiesMapper {

  @Select(
      """
      select b.client_id, p.owner_id
        from booking b
        join provider p on p.id = b.provider_id
       where b.id = #{booking} and b.created_at = uuid_time(#{booking})
      """)
  @Nullable PartiesRow ofBooking(UUID booking);

  @Select(
      """
      select p.id, p.business_name, p.country, u.email
        from provider p
        join app_user u on u.id = p.owner_id
       where p.owner_id = #{owner}
      """)
  @Nullable PayeeProfileRow profile(UUID owner);
}
