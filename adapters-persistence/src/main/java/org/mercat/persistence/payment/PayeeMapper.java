package org.mercat.persistence.payment;

import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface PayeeMapper {

  @Select(
      """
      select provider_id, reference, details_submitted, payouts_enabled, version
        from payee
       where provider_id = #{provider}
      """)
  @Nullable PayeeRow find(UUID provider);

  @Insert(
      """
      insert into payee (provider_id, reference, details_submitted, payouts_enabled, version)
      values (#{providerId}, #{reference}, #{detailsSubmitted}, #{payoutsEnabled}, #{version})
      on conflict do nothing
      """)
  int insert(PayeeRow payee);

  @Update(
      """
      update payee
         set reference = #{reference}, details_submitted = #{detailsSubmitted},
             payouts_enabled = #{payoutsEnabled}, version = version + 1
       where provider_id = #{providerId} and version = #{version}
      """)
  int update(PayeeRow payee);
}
