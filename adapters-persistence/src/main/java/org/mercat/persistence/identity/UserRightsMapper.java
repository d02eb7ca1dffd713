package org.mercat.persistence.identity;

import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface UserRightsMapper {

  @Select(
      """
      select id, version,
             (select string_agg(role, ',') from user_role where user_id = app_user.id) as roles,
             (select string_agg(permission, ',') from user_permission
               where user_id = app_user.id and effect = 'GRANT') as granted,
             (select string_agg(permission, ',') from user_permission
               where user_id = app_user.id and effect = 'DENY') as denied
        from app_user
       where deleted_at is null and id = #{id}
      """)
  @Nullable UserRightsRow find(UUID id);

  /** Whoever else asks in this tenant waits until this transaction has ended. */
  @Select(
      """
      select pg_advisory_xact_lock(
        hashtextextended('super administrators of ' || current_tenant(), 0)) is null
      """)
  boolean waitForSuperAdmins();

  @Select(
      """
      select exists (select from user_role where role = 'SUPER_ADMIN' and user_id = #{id})
         and not exists (select from user_role where role = 'SUPER_ADMIN' and user_id <> #{id})
      """)
  boolean isOnlySuperAdmin(UUID id);

  @Update(
      """
      update app_user set version = version + 1
       where id = #{id} and version = #{version} and deleted_at is null
      """)
  int raiseVersion(UserRightsRow row);

  @Delete(
      """
      delete from user_role
       where user_id = #{id} and role <> all (string_to_array(#{roles}, ','))
      """)
  int deleteOtherRoles(UserRightsRow row);

  @Insert(
      """
      insert into user_role (user_id, role)
      select #{id}, unnest(string_to_array(#{roles}, ','))
      on conflict do nothing
      """)
  int insertRoles(UserRightsRow row);

  @Delete("delete from user_permission where user_id = #{id}")
  int deletePermissions(UserRightsRow row);

  @Insert(
      """
      insert into user_permission (user_id, permission, effect)
      select #{id}::uuid, unnest(string_to_array(#{granted}, ',')), 'GRANT'
      union all
      select #{id}::uuid, unnest(string_to_array(#{denied}, ',')), 'DENY'
      """)
  int insertPermissions(UserRightsRow row);
}
