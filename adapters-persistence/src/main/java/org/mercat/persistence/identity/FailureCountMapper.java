package org.mercat.persistence.identity;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface FailureCountMapper {

  @Select("select failures, last_at from sign_in_failure where key = #{key}")
  @Nullable FailureCountRow find(String key);

  @Select(
      """
      insert into sign_in_failure (key, failures, last_at)
      values (#{key}, 1, #{now})
      on conflict (tenant_id, key)
      do update set failures = case when sign_in_failure.last_at < #{forgotten} then 1
                                    else sign_in_failure.failures + 1 end,
                    last_at = greatest(sign_in_failure.last_at, excluded.last_at)
      returning failures, last_at
      """)
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  FailureCountRow count(
      @Param("key") String key, @Param("now") Instant now, @Param("forgotten") Instant forgotten);

  @Delete("delete from sign_in_failure where key = #{key}")
  @CanIgnoreReturnValue
  int clear(String key);

  @Delete("delete from sign_in_failure where last_at < #{before}")
  int prune(Instant before);
}
