package org.mercat.persistence.fee;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface PlatformFeeMapper {

  @Select("select version, rate_ppm, tax_on_fee from platform_fee order by version desc limit 1")
  @Nullable PlatformFeeRow last();

  /** Returns 0 when there is one of this version already. */
  @Insert(
      """
      insert into platform_fee (version, rate_ppm, tax_on_fee, set_at)
      values (#{version}, #{ratePpm}, #{taxOnFee}, #{setAt})
      on conflict do nothing
      """)
  int insert(long version, long ratePpm, boolean taxOnFee, Instant setAt);
}
