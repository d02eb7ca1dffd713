package org.mercat.persistence.payment;

import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface PayoutMapper {

  String PAYOUT =
      """
      select id, provider_id, batch_id, amount_minor, currency, state, state_at, reference, failure,
             decided_at, version
        from payout
      """;

  @Select(PAYOUT + " where id = #{id}")
  @Nullable PayoutRow find(UUID id);

  @Select(
      PAYOUT
          + """
           where provider_id = #{provider} and currency = #{currency}
             and state in ('PENDING', 'TRANSFERRING', 'PAYING')
          """)
  @Nullable PayoutRow underWay(UUID provider, String currency);

  @Insert(
      """
      insert into payout (id, provider_id, batch_id, amount_minor, currency, state, state_at,
                          reference, failure, decided_at, version)
      values (#{id}, #{providerId}, #{batchId}, #{amountMinor}, #{currency}, #{state}, #{stateAt},
              #{reference}, #{failure}, #{decidedAt}, #{version})
      on conflict do nothing
      """)
  int insert(PayoutRow payout);

  @Update(
      """
      update payout
         set amount_minor = #{amountMinor}, state = #{state}, state_at = #{stateAt},
             reference = #{reference}, failure = #{failure}, version = version + 1
       where id = #{id} and version = #{version}
      """)
  int update(PayoutRow payout);
}
