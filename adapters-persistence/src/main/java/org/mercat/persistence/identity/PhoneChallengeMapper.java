package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface PhoneChallengeMapper {

  @Insert(
      """
      insert into phone_challenge (user_id, phone, code_hash, tries, sent_at)
      values (#{row.userId}, #{row.phone}, #{row.codeHash}, #{row.tries}, #{row.sentAt})
      on conflict (tenant_id, user_id)
      do update set phone = excluded.phone, code_hash = excluded.code_hash,
                    tries = excluded.tries, sent_at = excluded.sent_at
              where phone_challenge.sent_at <= #{notAfter}
      """)
  int put(@Param("row") PhoneChallengeRow row, @Param("notAfter") Instant notAfter);

  @Select(
      """
      update phone_challenge set tries = tries + 1
       where user_id = #{user}
      returning user_id, phone, code_hash, tries, sent_at
      """)
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  @Nullable PhoneChallengeRow tryOnce(UUID user);

  @Delete("delete from phone_challenge where user_id = #{user} and sent_at = #{sentAt}")
  int take(@Param("user") UUID user, @Param("sentAt") Instant sentAt);

  @Delete("delete from phone_challenge where sent_at < #{before}")
  int prune(Instant before);
}
