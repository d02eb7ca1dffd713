package org.mercat.persistence.integration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface ApiKeyMapper {

  String KEY =
      """
      select id, owner_id, name, prefix, secret_sha256, previous_sha256, previous_until, scopes,
             made_at, expires_at, withdrawn_at, used_at, version
        from api_key
       where\s""";

  @Insert(
      """
      insert into api_key (id, owner_id, name, prefix, secret_sha256, previous_sha256,
                           previous_until, scopes, made_at, expires_at, withdrawn_at, used_at,
                           version)
      values (#{id}, #{ownerId}, #{name}, #{prefix}, #{secretSha256}, #{previousSha256},
              #{previousUntil}, #{scopes}, #{madeAt}, #{expiresAt}, #{withdrawnAt}, #{usedAt},
              #{version})
      """)
  int insert(ApiKeyRow row);

  /** When it was used the last time, is noted by {@link #used} alone. */
  @Update(
      """
      update api_key
         set secret_sha256 = #{secretSha256}, previous_sha256 = #{previousSha256},
             previous_until = #{previousUntil}, withdrawn_at = #{withdrawnAt},
             version = version + 1
       where id = #{id} and version = #{version}
      """)
  int update(ApiKeyRow row);

  @Select(KEY + "id = #{id}")
  @Nullable ApiKeyRow find(UUID id);

  @Select(KEY + "prefix = #{prefix}")
  @Nullable ApiKeyRow findByPrefix(String prefix);

  @Select(
      KEY
          + """
          owner_id = #{owner} and withdrawn_at is null
             and id < coalesce(#{after}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
           order by id desc
           limit #{most}
          """)
  List<ApiKeyRow> ofOwner(UUID owner, @Nullable UUID after, int most);

  @Select("select tenant_of_api_key(#{prefix})")
  @Nullable UUID tenantOf(String prefix);

  @Update(
      """
      update api_key set used_at = #{at}
       where id = #{key} and (used_at is null or used_at <= #{before})
      """)
  int used(UUID key, Instant at, Instant before);
}
