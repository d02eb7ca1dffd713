package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface UserTokenMapper {

  @Insert(
      """
      insert into user_token (user_id, purpose, sha256, email, issued_at, expires_at)
      values (#{row.userId}, #{row.purpose}, #{row.sha256}, #{row.email}, #{row.issuedAt},
              #{row.expiresAt})
      on conflict (tenant_id, user_id, purpose)
      do update set sha256 = excluded.sha256, email = excluded.email,
                    issued_at = excluded.issued_at, expires_at = excluded.expires_at
              where user_token.issued_at <= #{notAfter}
      """)
  int put(@Param("row") UserTokenRow row, @Param("notAfter") Instant notAfter);

  @Select(
      """
      select user_id, purpose, sha256, email, issued_at, expires_at
        from user_token
       where sha256 = #{sha256}
      """)
  @Nullable UserTokenRow find(String sha256);

  @Select(
      """
      delete from user_token
       where sha256 = #{sha256}
      returning user_id, purpose, sha256, email, issued_at, expires_at
      """)
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  @Nullable UserTokenRow take(String sha256);

  @Delete("delete from user_token where user_id = #{user} and purpose = #{purpose}")
  int drop(@Param("user") UUID user, @Param("purpose") String purpose);

  @Delete("delete from user_token where expires_at < #{before}")
  int prune(Instant before);
}
