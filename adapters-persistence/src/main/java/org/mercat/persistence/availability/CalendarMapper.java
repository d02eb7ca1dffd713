package org.mercat.persistence.availability;

import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface CalendarMapper {

  @Select("select id from provider where owner_id = #{owner}")
  @Nullable UUID ofOwner(UUID owner);

  @Select(
      """
      select l.provider_id, p.time_zone, l.length_minutes, l.step_minutes, l.before_minutes,
             l.after_minutes, l.pricing = 'HOURLY' as extensible
        from listing l join provider p on p.id = l.provider_id
       where l.id = #{listing} and l.state = 'ACTIVE'
         and p.verification = 'VERIFIED' and p.standing = 'ACTIVE'
      """)
  @Nullable ServiceTimeRow service(UUID listing);
}
