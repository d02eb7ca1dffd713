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

  @Select("select id, business_name, country from provider where owner_id = #{owner}")
  @Nullable PayeeProfileRow profile(UUID owner);
}
