package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** The ledger, account by account. */
interface StatementMapper {

  @Select(
      """
      select t.id, t.key, t.kind, t.booking_id, t.payout_id, t.provider_id,
             sum(p.amount_minor)::bigint as amount_minor, p.currency, t.at
        from posting p
        join ledger_tx t on t.id = p.tx_id and t.created_at = p.created_at
       where p.account = #{account} and p.currency = #{currency}
         and t.at >= #{from} and t.at < #{to}
         and (#{after}::uuid is null or t.id < #{after}::uuid)
       group by t.id, t.created_at, t.key, t.kind, t.booking_id, t.payout_id, t.provider_id,
                p.currency, t.at
       order by t.id desc
       limit #{most}
      """)
  List<StatementLineRow> lines(
      String account, String currency, Instant from, Instant to, @Nullable UUID after, int most);

  @Select(
      """
      select coalesce(sum(p.amount_minor) filter (where t.at < #{from}), 0)::bigint
               as opening_minor,
             coalesce(sum(p.amount_minor) filter (where t.at >= #{from} and p.amount_minor > 0), 0)
               ::bigint as debits_minor,
             coalesce(sum(p.amount_minor) filter (where t.at >= #{from} and p.amount_minor < 0), 0)
               ::bigint as credits_minor
        from posting p
        join ledger_tx t on t.id = p.tx_id and t.created_at = p.created_at
       where p.account = #{account} and p.currency = #{currency} and t.at < #{to}
      """)
  StatementSumsRow sums(String account, String currency, Instant from, Instant to);

  @Select(
      """
      select count(*)
        from ledger_tx t
       where t.provider_id = #{provider} and t.kind = 'WRITE_OFF'
         and exists (select from posting p
                      where p.tx_id = t.id and p.created_at = t.created_at
                        and p.account = #{account} and p.currency = #{currency})
      """)
  int writeOffs(UUID provider, String account, String currency);

  /** The debits of the debtors of a page, the largest debt and the newest debit first. */
  @Select(
      """
      with debtor as (
        select account, currency, sum(amount_minor)::bigint as debt_minor,
               ('x' || left(md5(account || currency), 16))::bit(64)::bigint as tie
          from posting
         where account like 'provider:%'
         group by account, currency
        having sum(amount_minor) > 0),
      paged as (
        select * from debtor
         where #{debt}::bigint is null
            or (debt_minor, tie) < (#{debt}::bigint, #{tie}::bigint)
         order by debt_minor desc, tie desc
         limit #{most}),
      debit as (
        select g.*, p.amount_minor, t.at, t.id,
               sum(p.amount_minor) over (partition by g.account, g.currency order by t.id desc)
                 - p.amount_minor as newer
          from paged g
          join posting p on p.account = g.account and p.currency = g.currency
                        and p.amount_minor > 0
          join ledger_tx t on t.id = p.tx_id and t.created_at = p.created_at)
      select substring(account from 10)::uuid as provider_id, currency, debt_minor, tie,
             amount_minor, at
        from debit
       where newer < debt_minor
       order by debt_minor desc, tie desc, id desc
      """)
  List<DebitRow> debtors(@Nullable Long debt, @Nullable Long tie, int most);
}
