package org.mercat.persistence.identity;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface SecondFactorMapper {

  /** Whoever signs in or holds the person too waits, for each takes the row of the account. */
  @Select("select id from app_user where id = #{user} for no key update")
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  @Nullable UUID lockUser(UUID user);

  @Select(
      """
      select user_id, translate(encode(sealed_secret, 'base64'), E'\\n', '') as sealed_secret,
             begun_at, active_since, last_step
        from second_factor
       where user_id = #{user}
      """)
  @Nullable SecondFactorRow find(UUID user);

  @Insert(
      """
      insert into second_factor (user_id, sealed_secret, begun_at, active_since, last_step)
      values (#{userId}, decode(#{sealedSecret}, 'base64'), #{begunAt}, #{activeSince}, #{lastStep})
      on conflict (tenant_id, user_id)
      do update set sealed_secret = excluded.sealed_secret, begun_at = excluded.begun_at,
                    active_since = excluded.active_since, last_step = excluded.last_step
      """)
  @CanIgnoreReturnValue
  int put(SecondFactorRow row);

  @Update(
      """
      update second_factor set active_since = #{now}
       where user_id = #{user} and active_since is null
      """)
  @CanIgnoreReturnValue
  int activate(@Param("user") UUID user, @Param("now") Instant now);

  @Update(
      """
      update second_factor set last_step = #{step}
       where user_id = #{user} and last_step < #{step}
      """)
  int useStep(@Param("user") UUID user, @Param("step") long step);

  @Delete("delete from second_factor where user_id = #{user}")
  @CanIgnoreReturnValue
  int delete(UUID user);

  @Delete("delete from recovery_code where user_id = #{user} and sha256 = #{sha256}")
  int useCode(@Param("user") UUID user, @Param("sha256") String sha256);

  @Delete("delete from recovery_code where user_id = #{user}")
  @CanIgnoreReturnValue
  int deleteCodes(UUID user);

  @Insert(
      """
      <script>
      insert into recovery_code (user_id, sha256) values
      <foreach collection="codes" item="code" separator=",">(#{user}, #{code})</foreach>
      </script>
      """)
  @CanIgnoreReturnValue
  int insertCodes(@Param("user") UUID user, @Param("codes") List<String> codes);

  @Select("select count(*) from recovery_code where user_id = #{user}")
  int codes(UUID user);

  @Select(
      """
      select coalesce((select admin_second_factor_required from tenant_settings), false)
             and not exists (select from second_factor
                              where user_id = #{user} and active_since is not null)
      """)
  boolean isMissing(UUID user);

  @Delete("delete from second_factor where active_since is null and begun_at < #{before}")
  int prune(Instant before);
}
