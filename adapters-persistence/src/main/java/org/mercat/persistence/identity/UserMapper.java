package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface UserMapper {

  String ACCOUNT =
      """
      select id, email, email_verified_at, first_name, last_name, password_hash, status,
             standing_reason, standing_at, phone, phone_verified_at, address_line1, address_line2,
             city, subdivision, postal_code, country, lat, lon, language, registered_at,
             deleted_at, last_login_at, version,
             coalesce((select string_agg(role, ',') from user_role where user_id = app_user.id), '')
               as roles
        from app_user
       where\s""";

  String CHANGES =
      """
      first_name = #{firstName}, last_name = #{lastName}, password_hash = #{passwordHash},
      email_verified_at = #{emailVerifiedAt}, status = #{status},
      standing_reason = #{standingReason}, standing_at = #{standingAt}, phone = #{phone},
      phone_verified_at = #{phoneVerifiedAt}, address_line1 = #{addressLine1},
      address_line2 = #{addressLine2}, city = #{city}, subdivision = #{subdivision},
      postal_code = #{postalCode}, country = #{country}, lat = #{lat}, lon = #{lon},
      language = #{language}, deleted_at = #{deletedAt}, version = version + 1
      """;

  @Insert(
      """
      insert into app_user (id, email, email_verified_at, first_name, last_name, password_hash,
                            status, standing_reason, standing_at, phone, phone_verified_at,
                            address_line1, address_line2, city, subdivision, postal_code, country,
                            lat, lon, language, registered_at, deleted_at, version)
      values (#{id}, #{email}, #{emailVerifiedAt}, #{firstName}, #{lastName}, #{passwordHash},
              #{status}, #{standingReason}, #{standingAt}, #{phone}, #{phoneVerifiedAt},
              #{addressLine1}, #{addressLine2}, #{city}, #{subdivision}, #{postalCode}, #{country},
              #{lat}, #{lon}, #{language}, #{registeredAt}, #{deletedAt}, #{version})
      on conflict (tenant_id, email) where deleted_at is null do nothing
      """)
  int insert(UserRow row);

  @Insert(
      """
      insert into user_role (user_id, role)
      select #{id}, said.role
        from unnest(string_to_array(#{roles}, ',')) as said (role)
       where not exists (select from user_role has
                          where has.user_id = #{id} and has.role = said.role)
      on conflict do nothing
      """)
  int insertRoles(UserRow row);

  @Delete(
      """
      delete from user_role
       where user_id = #{id} and role <> all (string_to_array(#{roles}, ','))
      """)
  int deleteOtherRoles(UserRow row);

  @Update(
      "update app_user set "
          + CHANGES
          + "where id = #{id} and version = #{version} and deleted_at is null")
  int update(UserRow row);

  @Update(
      "update app_user set email = #{email}, "
          + CHANGES
          + """
           where id = #{id} and version = #{version}
             and not exists (select from app_user other
                              where other.email = #{email} and other.id <> #{id}
                                and other.deleted_at is null)
          """)
  int updateAndTake(UserRow row);

  @Update(
      """
      update app_user set last_login_at = greatest(last_login_at, #{at})
       where id = #{row.id} and password_hash = #{row.passwordHash}
         and status in ('PENDING_VERIFICATION', 'ACTIVE')
      """)
  int signedIn(@Param("row") UserRow row, @Param("at") Instant at);

  @Select(ACCOUNT + "deleted_at is null and id = #{id}")
  @Nullable UserRow find(UUID id);

  @Select(ACCOUNT + "deleted_at is not null and id = #{id}")
  @Nullable UserRow findClosed(UUID id);

  @Select(ACCOUNT + "deleted_at is null and email = #{email}")
  @Nullable UserRow findByEmail(String email);

  @Select(ACCOUNT + "id = #{id}")
  @Nullable UserRow findAny(UUID id);

  @Select(
      ACCOUNT
          + """
          (#{status}::text is null or status = #{status})
             and (#{email}::text is null or email = #{email})
             and (#{after}::uuid is null or id < #{after})
           order by id desc
           limit #{limit}
          """)
  List<UserRow> list(
      @Param("status") @Nullable String status,
      @Param("email") @Nullable String email,
      @Param("after") @Nullable UUID after,
      @Param("limit") int limit);
}
