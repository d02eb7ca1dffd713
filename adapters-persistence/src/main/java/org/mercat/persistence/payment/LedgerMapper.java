package org.mercat.persistence.payment;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;

interface LedgerMapper {

  /** Returns how many lines were posted; none when the key has been posted before. */
  @Insert(
      """
      with tx as (
        insert into ledger_tx (id, created_at, key, kind, booking_id, payout_id, provider_id,
                               postings_sha256, at)
        values (#{id}, uuid_time(#{id}), #{key}, #{kind}, #{bookingId}, #{payoutId}, #{providerId},
                #{postingsSha256}, #{at})
        on conflict (tenant_id, key) do nothing
        returning id, created_at)
      insert into posting (tx_id, created_at, position, account, amount_minor, currency)
      select tx.id, tx.created_at, p.position, p.account, p.amount_minor, p.currency
        from tx,
             jsonb_to_recordset(#{postings}::jsonb) as p(position smallint, account text,
               amount_minor bigint, currency text)
       order by p.position
      """)
  int post(LedgerTxRow entry);

  @Select("select postings_sha256 from ledger_tx where key = #{key}")
  String postingsSha256(String key);

  @Select(
      """
      select coalesce(sum(amount_minor), 0)::bigint from posting
       where account = #{account} and currency = #{currency}
      """)
  long balance(String account, String currency);

  @Select(
      """
      select sum(amount_minor)::bigint as amount_minor, currency from posting
       where account = #{account}
       group by currency
      having sum(amount_minor) <> 0
       order by currency
      """)
  List<MoneyRow> balances(String account);

  @Select(
      """
      select t.key, t.kind, p.account, p.amount_minor, p.currency, t.at
        from ledger_tx t
        join posting p on p.tx_id = t.id and p.created_at = t.created_at
       where t.booking_id = #{booking} and t.booking_created_at = uuid_time(#{booking})
       order by t.id, p.position
      """)
  List<PostedLineRow> linesOf(UUID booking);

  /**
   * For the rest of the transaction: the check sums up everything, and should not need the disk.
   */
  @Select("select set_config('work_mem', '64MB', true)")
  String giveMemory();

  @Select("select count(*) from ledger_tx")
  long transactions();

  /** What does not hold of all that was ever posted; {@link LedgerLaws} says what has to. */
  @Select(LedgerLaws.BROKEN)
  List<String> broken(int most);
}
