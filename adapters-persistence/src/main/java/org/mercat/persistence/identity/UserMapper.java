package org.mercat.persistence.identity;

import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface UserMapper {

  String ACCOUNT =
      """
      select id, email, first_name, last_name, password_hash, status, registered_at, version,
             (select string_agg(role, ',') from user_role where user_id = app_user.id) as roles
        from app_user
       where deleted_at is null and\s""";

  @Insert(
      """
      insert into app_user (id, email, first_name, last_name, password_hash, status,
                            registered_at, version)
      values (#{id}, #{email}, #{firstName}, #{lastName}, #{passwordHash}, #{status},
              #{registeredAt}, #{version})
      on conflict (tenant_id, email) where deleted_at is null do nothing
      """)
  int insert(UserRow row);

  @Insert(
      """
      insert into user_role (user_id, role)
      select #{id}, unnest(string_to_array(#{roles}, ','))
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
      """
      update app_user
         set first_name = #{firstName}, last_name = #{lastName}, status = #{status},
             password_hash = #{passwordHash}, version = version + 1
       where id = #{id} and version = #{version} and deleted_at is null
      """)
  int update(UserRow row);

  @Select(ACCOUNT + "id = #{id}")
  @Nullable UserRow find(UUID id);

  @Select(ACCOUNT + "email = #{email}")
  @Nullable UserRow findByEmail(String email);
}
