package org.mercat.persistence.availability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;

interface BusyTimeMapper {

  @Select(
      """
      select lower(during) as from_time, upper(during) as to_time
        from slot_claim
       where provider_id = #{provider} and during && tstzrange(#{from}, #{to}, '[)')
       order by lower(during)
      """)
  List<BusyTimeRow> within(UUID provider, Instant from, Instant to);
}
