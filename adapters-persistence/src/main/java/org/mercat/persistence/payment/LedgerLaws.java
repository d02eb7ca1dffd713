package org.mercat.persistence.payment;

/** What has to hold of the books as a whole, asked of all rows at once. */
final class LedgerLaws {

  /** Sums that several laws look at. */
  private static final String SUMS =
      """
      with entry as materialized (
        select tx_id, created_at, sum(amount_minor) as amount, min(currency) as currency,
               min(currency) <> max(currency) as is_mixed,
               encode(sha256(convert_to(
                 string_agg(account || ' ' || amount_minor || ' ' || currency, E'\\n'),
                 'UTF8')), 'hex') as postings_sha256
          from (select * from posting order by tx_id, created_at, position) p
         group by tx_id, created_at),
      account as materialized (
        select account, currency, sum(amount_minor) as balance
          from posting
         group by account, currency),
      moved as materialized (
        select t.booking_id, t.booking_created_at,
               sum(p.amount_minor) filter
                 (where t.kind = 'CAPTURE' and p.account = 'gateway_clearing') as captured,
               -sum(p.amount_minor) filter (where p.account like 'escrow:%') as held,
               -sum(p.amount_minor) filter
                 (where p.account not like 'escrow:%'
                    and t.kind not in
                      ('TRANSFER', 'REVERSAL', 'GATEWAY_FEE', 'DISPUTE', 'CHARGEBACK_FEE')
                    and p.account not in ('gateway_clearing', 'refunds_payable', 'disputes_held'))
                 as released,
               -sum(p.amount_minor) filter
                 (where t.kind = 'CHARGEBACK' and p.account = 'disputes_held') as lost,
               sum(p.amount_minor) filter (where p.account = 'disputes_held') as contested,
               sum(p.amount_minor) filter
                 (where t.kind = 'REFUND_PAID' and p.account = 'refunds_payable') as refunded,
               -sum(p.amount_minor) filter (where p.account = 'refunds_payable') as refunding
          from ledger_tx t
          join posting p on p.tx_id = t.id and p.created_at = t.created_at
         where t.booking_id is not null
         group by t.booking_id, t.booking_created_at),
      money as (
        select p.booking_id, p.created_at, p.state,
               p.service_minor + p.tip_minor + p.customer_fee_minor + l.amount as charged,
               p.refunded_service_minor + p.refunded_tip_minor + p.refunded_customer_fee_minor
                 + l.refunded as refunded,
               p.refunding_service_minor + p.refunding_tip_minor
                 + p.refunding_customer_fee_minor + l.refunding as refunding,
               p.lost_service_minor + p.lost_tip_minor + p.lost_customer_fee_minor + l.lost as lost
          from payment p
          left join (
            select booking_id, created_at, sum(amount_minor) as amount,
                   sum(refunded_minor) as refunded, sum(refunding_minor) as refunding,
                   sum(lost_minor) as lost
              from payment_tax_line
             group by booking_id, created_at) t using (booking_id, created_at)
          cross join lateral (
            select coalesce(t.amount, 0) as amount, coalesce(t.refunded, 0) as refunded,
                   coalesce(t.refunding, 0) as refunding, coalesce(t.lost, 0) as lost) l)
      """;

  private static final String ENTRIES =
      """
      select 'entry ' || t.key || ' sums to ' || e.amount || ' ' || e.currency
        from entry e
        join ledger_tx t on t.id = e.tx_id and t.created_at = e.created_at
       where e.amount <> 0 or e.is_mixed
      union all
      select 'entry ' || t.key || ' is not what was posted'
        from ledger_tx t
        left join entry e on e.tx_id = t.id and e.created_at = t.created_at
       where e.postings_sha256 is distinct from t.postings_sha256
      """;

  private static final String ACCOUNTS =
      """
      select account || ' is overdrawn by ' || balance || ' ' || currency
        from account
       where balance > 0 and (account like 'escrow:%' or account = 'refunds_payable')
      union all
      select 'rounding is not zero: ' || balance || ' ' || currency
        from account
       where balance <> 0 and account = 'rounding'
      union all
      select account || ' has a kept balance of ' || coalesce(b.balance_minor, 0) || ' but '
               || coalesce(a.balance, 0) || ' ' || currency || ' in postings'
        from (select * from account where account like 'escrow:%') a
        full join account_balance b using (account, currency)
       where a.balance is distinct from b.balance_minor
      """;

  private static final String BOOKINGS =
      """
      select 'booking ' || booking_id || ' took in ' || coalesce(captured, 0) || ' and has '
               || coalesce(held, 0) || ' held, ' || coalesce(released, 0) || ' released, '
               || coalesce(refunded, 0) || ' refunded, ' || coalesce(refunding, 0)
               || ' going back, ' || coalesce(lost, 0) || ' lost'
        from moved
       where coalesce(captured, 0) <> coalesce(held, 0) + coalesce(released, 0)
               + coalesce(refunded, 0) + coalesce(refunding, 0) + coalesce(lost, 0)
      union all
      select 'booking ' || p.booking_id || ' is ' || p.state || ' with ' || p.charged
               || ' charged, ' || p.refunded || ' refunded, ' || p.refunding
               || ' going back, but its entries say ' || coalesce(m.captured, 0) || ', '
               || coalesce(m.refunded, 0) || ', ' || coalesce(m.refunding, 0) || ' and '
               || coalesce(m.held, 0) || ' held'
        from money p
        left join moved m on m.booking_id = p.booking_id and m.booking_created_at = p.created_at
       where coalesce(m.captured, 0) <> case
               when p.state in ('HELD', 'RELEASING', 'RELEASED', 'REFUNDING', 'REFUNDED')
               then p.charged else 0 end
          or coalesce(m.refunded, 0) <> p.refunded
          or coalesce(m.refunding, 0) <> p.refunding
          or coalesce(m.held, 0) <> case when p.state in ('HELD', 'RELEASING', 'REFUNDING')
               then p.charged - p.refunded - p.refunding - p.lost else 0 end
      """;

  /** What banks have taken and nobody bears yet is what chargebacks say of it. */
  private static final String CHARGEBACKS =
      """
      select 'booking ' || booking_id || ' has ' || coalesce(c.held, 0)
               || ' contested, but its entries say ' || coalesce(m.contested, 0)
        from (select booking_id, sum(withdrawn_minor - lost_minor)::bigint as held
                from chargeback group by booking_id) c
        full join (select booking_id, contested from moved where contested <> 0) m
          using (booking_id)
       where coalesce(c.held, 0) <> coalesce(m.contested, 0)
      """;

  /** What is earned follows from the releases and refunds, and what is due from the transfers. */
  private static final String EARNINGS =
      """
      select 'booking ' || booking_id || ' has earned ' || coalesce(e.share_minor, 0) || ' with '
               || coalesce(e.moved_minor, 0) || ' transferred and ' || coalesce(e.due_minor, 0)
               || ' due, but its entries say ' || coalesce(p.share_minor, 0) || ' and '
               || coalesce(p.moved_minor, 0)
        from (select e.booking_id, e.share_minor, e.due_minor,
                     coalesce(t.moved_minor, 0) as moved_minor,
                     coalesce(t.asked_minor, 0) as asked_minor
                from earning e
                left join (
                  select booking_id, created_at,
                         sum(amount_minor - reversed_minor) filter (where state = 'DONE')
                           as moved_minor,
                         sum(amount_minor) filter (where state = 'ASKED') as asked_minor
                    from transfer
                   group by booking_id, created_at) t using (booking_id, created_at)) e
        full join (
          select t.booking_id,
                 coalesce(-sum(p.amount_minor)
                   filter (where t.kind not in ('TRANSFER', 'REVERSAL')), 0) as share_minor,
                 coalesce(sum(p.amount_minor)
                   filter (where t.kind in ('TRANSFER', 'REVERSAL')), 0) as moved_minor
            from ledger_tx t
            join posting p on p.tx_id = t.id and p.created_at = t.created_at
           where t.booking_id is not null and p.account like 'provider:%'
           group by t.booking_id) p using (booking_id)
       where e.share_minor is distinct from p.share_minor
          or e.moved_minor is distinct from p.moved_minor
          or e.due_minor <> e.share_minor - e.moved_minor - e.asked_minor
      """;

  /** One line of text for each thing that does not hold, a few at the most. */
  static final String BROKEN =
      SUMS
          + ENTRIES
          + "union all\n"
          + ACCOUNTS
          + "union all\n"
          + BOOKINGS
          + "union all\n"
          + EARNINGS
          + "union all\n"
          + CHARGEBACKS
          + "limit #{most}\n";

  private LedgerLaws() {}
}
