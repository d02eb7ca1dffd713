package org.mercat.persistence.identity;

import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface UserSessionMapper {

  @Insert(
      """
      insert into user_session (id, user_id, refresh_token_sha256, opened_at, expires_at, ended_at,
                                version)
      values (#{id}, #{userId}, #{refreshTokenSha256}, #{openedAt}, #{expiresAt}, #{endedAt},
              #{version})
      """)
  int insert(UserSessionRow row);

  @Update(
      """
      update user_session
         set refresh_token_sha256 = #{refreshTokenSha256}, expires_at = #{expiresAt},
             ended_at = #{endedAt}, version = version + 1
       where id = #{id} and version = #{version}
      """)
  int update(UserSessionRow row);

  @Select(
      """
      select id, user_id, refresh_token_sha256, opened_at, expires_at, ended_at, version
        from user_session
       where id = #{id}
      """)
  @Nullable UserSessionRow find(UUID id);
}
