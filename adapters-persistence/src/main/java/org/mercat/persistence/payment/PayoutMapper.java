package org.mercat.persistence.payment;

import java.util.List;
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

  @Select(
      PAYOUT
          + """
           where (#{provider}::uuid is null or provider_id = #{provider}::uuid)
             and (#{after}::uuid is null or id < #{after}::uuid)
           order by id desc
           limit #{most}
          """)
  List<PayoutRow> list(@Nullable UUID provider, @Nullable UUID after, int most);

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
      update payout p
         set amount_minor = #{amountMinor}, state = #{state}, state_at = #{stateAt},
             reference = #{reference}, failure = #{failure}, version = version + 1
       where id = #{id} and version = #{version}
         and (#{state} not in ('PENDING', 'TRANSFERRING', 'PAYING')
              or not exists (
                select from payout o
                 where o.provider_id = p.provider_id and o.currency = p.currency and o.id <> p.id
                   and o.state in ('PENDING', 'TRANSFERRING', 'PAYING')))
      """)
  int update(PayoutRow payout);
}
