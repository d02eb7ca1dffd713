package org.mercat.persistence.payment;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface EarningMapper {

  String EARNING =
      """
      select e.booking_id, e.provider_id, e.released_at, e.currency, e.share_minor, e.due_minor,
             (select coalesce(jsonb_agg(
                       jsonb_build_object('booking_id', t.booking_id, 'number', t.number,
                                          'payout_id', t.payout_id,
                                          'amount_minor', t.amount_minor, 'currency', e.currency,
                                          'state', t.state, 'reference', t.reference,
                                          'failure', t.failure,
                                          'reversing_minor', t.reversing_minor,
                                          'reversed_minor', t.reversed_minor)
                       order by t.number), '[]')::text
                from transfer t
               where t.booking_id = e.booking_id and t.created_at = e.created_at) as transfers,
             e.reversals, e.frozen, e.version
        from earning e
      """;

  @Select(EARNING + " where e.booking_id = #{booking} and e.created_at = uuid_time(#{booking})")
  @Nullable EarningRow find(UUID booking);

  @Insert(
      """
      insert into earning (booking_id, provider_id, released_at, currency, share_minor, due_minor,
                           reversals, frozen, version)
      values (#{bookingId}, #{providerId}, #{releasedAt}, #{currency}, #{shareMinor}, #{dueMinor},
              #{reversals}, #{frozen}, #{version})
      on conflict do nothing
      """)
  int insert(EarningRow earning);

  /** Returns 0 when the version is no longer the stored one. */
  @Select(
      value =
          """
          with changed as (
            update earning
               set share_minor = #{shareMinor}, due_minor = #{dueMinor}, reversals = #{reversals},
                   frozen = #{frozen}, version = version + 1
             where booking_id = #{bookingId} and created_at = uuid_time(#{bookingId})
               and version = #{version}
            returning booking_id, created_at),
          moved as (
            update transfer t
               set state = n.state, reference = n.reference, failure = n.failure,
                   reversing_minor = n.reversing_minor, reversed_minor = n.reversed_minor
              from changed c,
                   jsonb_to_recordset(#{transfers}::jsonb) as n(number int, state text,
                     reference text, failure text, reversing_minor bigint, reversed_minor bigint)
             where t.booking_id = c.booking_id and t.created_at = c.created_at
               and t.number = n.number
               and (t.state, t.reversing_minor, t.reversed_minor)
                   is distinct from (n.state, n.reversing_minor, n.reversed_minor))
          select count(*) from changed
          """,
      affectData = true)
  int update(EarningRow earning);

  @Select(
      """
      select count(*) from transfer
       where booking_id = #{booking} and created_at = uuid_time(#{booking})
      """)
  int transfersOf(UUID booking);

  @Insert(
      """
      insert into transfer (booking_id, number, payout_id, amount_minor, state, reversing_minor,
                            reversed_minor)
      select #{bookingId}, n.number, n.payout_id, n.amount_minor, n.state, 0, 0
        from jsonb_to_recordset(#{transfers}::jsonb) as n(number int, payout_id uuid,
               amount_minor bigint, state text)
       where n.number > (select count(*) from transfer
                          where booking_id = #{bookingId} and created_at = uuid_time(#{bookingId}))
      """)
  int addTransfers(EarningRow earning);

  @Select(
      EARNING
          + """
           where e.provider_id = #{provider} and e.currency = #{currency} and e.due_minor > 0
             and not e.frozen
           order by e.released_at, e.booking_id
           limit #{most}
          """)
  List<EarningRow> due(UUID provider, String currency, int most);

  @Select(
      """
      select distinct currency from earning
       where provider_id = #{provider} and due_minor > 0 and not frozen
       order by currency
      """)
  List<String> currenciesDue(UUID provider);

  @Select(
      EARNING
          + """
           where e.provider_id = #{provider} and e.currency = #{currency} and e.due_minor < 0
           order by e.released_at desc, e.booking_id desc
           limit #{most}
          """)
  List<EarningRow> owing(UUID provider, String currency, int most);

  @Select(
      """
      select coalesce(sum(t.reversing_minor), 0)::bigint
        from transfer t
        join earning e on e.booking_id = t.booking_id and e.created_at = t.created_at
       where e.provider_id = #{provider} and e.currency = #{currency} and t.reversing_minor > 0
      """)
  long reversing(UUID provider, String currency);

  @Select(
      """
      select sum(t.amount_minor)::bigint as amount_minor, e.currency
        from transfer t
        join earning e on e.booking_id = t.booking_id and e.created_at = t.created_at
       where e.provider_id = #{provider} and t.state = 'ASKED'
       group by e.currency
       order by e.currency
      """)
  List<MoneyRow> underWay(UUID provider);

  @Select(
      """
      select t.booking_id, t.number, t.payout_id, t.amount_minor, e.currency, t.state,
             t.reference, t.failure, t.reversing_minor, t.reversed_minor
        from transfer t
        join earning e on e.booking_id = t.booking_id and e.created_at = t.created_at
       where t.payout_id = #{payout}
       order by e.released_at, t.booking_id, t.number
      """)
  List<TransferRow> legsOf(UUID payout);
}
