package org.mercat.persistence.tenancy;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface MemberMapper {

  @Select(
      """
      select id, email, first_name, last_name, status, registered_at,
             coalesce((select string_agg(role, ',') from user_role where user_id = app_user.id), '')
               as roles
        from app_user
       where deleted_at is null
         and id < coalesce(#{after}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
       order by id desc
       limit #{most}
      """)
  List<MemberRow> page(@Nullable UUID after, int most);
}
