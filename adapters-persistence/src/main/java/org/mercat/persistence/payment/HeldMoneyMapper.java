package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.payment.HeldFunds.Alarm;

interface HeldMoneyMapper {

  String HELD =
      """
      with held as (
        select p.booking_id, p.provider_id, p.currency, books.amount_minor, books.captured_at,
               books.captured_at + make_interval(hours =>
                 24 * coalesce(a.days, #{elsewhere})) as deadline
          from payment p
          join provider r on r.id = p.provider_id
          left join jsonb_to_recordset(#{allowed}::jsonb) as a(country text, days int)
            on a.country = r.country
          cross join lateral (
            select max(t.at) filter (where t.kind = 'CAPTURE') as captured_at,
                   coalesce(-sum(l.amount_minor) filter (where l.account like 'escrow:%'), 0)
                     as amount_minor
              from ledger_tx t
              join posting l on l.tx_id = t.id and l.created_at = t.created_at
             where t.booking_id = p.booking_id and t.booking_created_at = p.created_at) books
         where p.state in ('HELD', 'RELEASING'))
      select booking_id, provider_id, amount_minor, currency, captured_at, deadline from held
      """;

  @Select(
      HELD
          + """
           where (#{deadlineBefore}::timestamptz is null or deadline < #{deadlineBefore})
             and (#{after}::uuid is null or booking_id < #{after})
           order by booking_id desc
           limit #{most}
          """)
  List<HeldFundsRow> find(
      String allowed,
      int elsewhere,
      @Nullable Instant deadlineBefore,
      @Nullable UUID after,
      int most);

  @Select(
      HELD
          + """
           where deadline <= #{near}
             and not exists (select from hold_alarm a
                              where a.booking_id = held.booking_id
                                and a.alarm = case when deadline <= #{now} then 'PASSED'
                                                   else 'NEAR' end)
           order by deadline
           limit #{most}
          """)
  List<HeldFundsRow> unheard(String allowed, int elsewhere, Instant now, Instant near, int most);

  /** Returns 0 when somebody else has raised it. */
  @Insert(
      """
      insert into hold_alarm (booking_id, alarm, raised_at)
      values (#{booking}, #{alarm}, #{now})
      on conflict do nothing
      """)
  int raise(UUID booking, Alarm alarm, Instant now);
}
