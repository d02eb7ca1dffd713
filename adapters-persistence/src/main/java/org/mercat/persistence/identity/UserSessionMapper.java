package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface UserSessionMapper {

  String COLUMNS =
      """
      id, user_id, family_mark, refresh_token_sha256, used_token_sha256, rotation_salt, rotated_at,
      user_agent, address, opened_at, last_seen_at, expires_at, ended_at, version
      """;

  @Insert(
      "insert into user_session ("
          + COLUMNS
          + """
          )
          values (#{id}, #{userId}, #{familyMark}, #{refreshTokenSha256}, #{usedTokenSha256},
                  #{rotationSalt}, #{rotatedAt}, #{userAgent}, #{address}, #{openedAt},
                  #{lastSeenAt}, #{expiresAt}, #{endedAt}, #{version})
          """)
  int insert(UserSessionRow row);

  @Update(
      """
      update user_session
         set refresh_token_sha256 = #{refreshTokenSha256}, used_token_sha256 = #{usedTokenSha256},
             rotation_salt = #{rotationSalt}, rotated_at = #{rotatedAt}, user_agent = #{userAgent},
             address = #{address}, last_seen_at = #{lastSeenAt}, expires_at = #{expiresAt},
             ended_at = #{endedAt}, version = version + 1
       where id = #{id} and version = #{version}
      """)
  int update(UserSessionRow row);

  @Select("select " + COLUMNS + " from user_session where id = #{id}")
  @Nullable UserSessionRow find(UUID id);

  @Select(
      "select "
          + COLUMNS
          + """
            from user_session
           where user_id = #{user} and ended_at is null and expires_at > #{now}
             and (#{after}::uuid is null or id < #{after})
           order by id desc
           limit #{limit}
          """)
  List<UserSessionRow> live(UUID user, Instant now, @Nullable UUID after, int limit);

  /** Waits for whoever changes one of them, and ends what it has become. */
  @Select(
      """
      update user_session
         set ended_at = #{now}, version = version + 1
       where user_id = #{user} and ended_at is null and expires_at > #{now}
         and id is distinct from #{butFor}::uuid
      returning
      """
          + COLUMNS)
  List<UserSessionRow> endAll(UUID user, @Nullable UUID butFor, Instant now);

  @Delete(
      """
      with over as materialized (
        select id from user_session
         where coalesce(ended_at, expires_at) < #{before}
         limit #{most} for update skip locked)
      delete from user_session using over where user_session.id = over.id
      """)
  int forget(Instant before, int most);
}
