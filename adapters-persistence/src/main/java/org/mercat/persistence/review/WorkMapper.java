package org.mercat.persistence.review;

import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface WorkMapper {

  @Select(
      """
      select id, listing_id, provider_id, client_id, state = 'COMPLETED' as completed
        from booking
       where id = #{booking} and created_at = uuid_time(#{booking})
      """)
  @Nullable WorkRow find(UUID booking);
}
