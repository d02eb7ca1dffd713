package org.mercat.persistence.payment;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface PayeeMapper {

  @Select(
      """
      select provider_id, reference, details_submitted, payouts_enabled, ended_at, version
        from payee
       where provider_id = #{provider}
      """)
  @Nullable PayeeRow find(UUID provider);

  @Select(
      """
      select provider_id, reference, details_submitted, payouts_enabled, ended_at, version
        from payee
       where reference = #{account}
      """)
  @Nullable PayeeRow findByAccount(String account);

  @Select(
      """
      select provider_id, reference, details_submitted, payouts_enabled, ended_at, version
        from payee
       where reference is not null and (#{after}::uuid is null or provider_id > #{after})
       order by provider_id
       limit #{most}
      """)
  List<PayeeRow> withAccounts(@Nullable UUID after, int most);

  @Insert(
      """
      insert into payee
        (provider_id, reference, details_submitted, payouts_enabled, ended_at, version)
      values
        (#{providerId}, #{reference}, #{detailsSubmitted}, #{payoutsEnabled}, #{endedAt},
         #{version})
      on conflict do nothing
      """)
  int insert(PayeeRow payee);

  @Update(
      """
      update payee
         set reference = #{reference}, details_submitted = #{detailsSubmitted},
             payouts_enabled = #{payoutsEnabled}, ended_at = #{endedAt}, version = version + 1
       where provider_id = #{providerId} and version = #{version}
      """)
  int update(PayeeRow payee);
}
