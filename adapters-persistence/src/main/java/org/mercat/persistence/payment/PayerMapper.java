package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface PayerMapper {

  @Select(
      """
      select user_id, reference, forgotten, version
        from payer
       where user_id = #{user}
      """)
  @Nullable PayerRow find(UUID user);

  @Select(
      """
      select p.user_id, p.reference, p.forgotten, p.version
        from payer p
        join app_user u on u.tenant_id = p.tenant_id and u.id = p.user_id
       where not p.forgotten and u.deleted_at <= #{closed}
       order by u.deleted_at
       limit #{most}
      """)
  List<PayerRow> gone(Instant closed, int most);

  @Insert(
      """
      insert into payer (user_id, reference, forgotten, version)
      values (#{userId}, #{reference}, #{forgotten}, #{version})
      on conflict do nothing
      """)
  int insert(PayerRow payer);

  @Update(
      """
      update payer
         set reference = #{reference}, forgotten = #{forgotten}, version = version + 1
       where user_id = #{userId} and version = #{version}
      """)
  int update(PayerRow payer);
}
