package org.mercat.persistence.booking;

import java.util.UUID;
import org.apache.ibatis.annotations.Select;

/** The operations of the gateway, as far as booking reads them. */
interface MoneyUnderWayMapper {

  @Select(
      """
      select exists (
        select from payment_operation
         where booking_id = #{booking} and booking_created_at = uuid_time(#{booking})
           and step = #{step} and state in ('SENT', 'UNANSWERED', 'WAITING'))
      """)
  boolean isOpen(UUID booking, String step);
}
