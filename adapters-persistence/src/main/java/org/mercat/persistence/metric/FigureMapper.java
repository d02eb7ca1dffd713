package org.mercat.persistence.metric;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;

interface FigureMapper {

  @Select("select tenant_ids()")
  List<UUID> tenants();

  /** What the tenant of the transaction has. */
  @Select(
      """
      select 'BOOKINGS' as measure, lower(state) as kind, count(*) as amount
        from booking group by state
      union all
      select 'OPEN_HOLDS', '', count(*) from booking where state = 'AWAITING_PAYMENT'
      union all
      select 'ESCROW_HELD', currency, -sum(balance_minor)::bigint
        from account_balance group by currency
      union all
      select 'GATEWAY_EVENTS', lower(state), count(*)
        from gateway_event where state in ('OPEN', 'DEAD') group by state
      union all
      select 'GATEWAY_EVENT_AGE', '',
             greatest(ceil(extract(epoch from clock_timestamp() - min(received_at))), 0)::bigint
        from gateway_event where state = 'OPEN'
      union all
      select 'OPEN_OPERATIONS', lower(state), count(*)
        from payment_operation where state in ('SENT', 'UNANSWERED', 'WAITING') group by state
      union all
      select 'OPEN_OPERATION_AGE', '',
             greatest(ceil(extract(epoch from clock_timestamp() - min(first_sent_at))), 0)::bigint
        from payment_operation where state in ('SENT', 'UNANSWERED', 'WAITING')
      union all
      select 'MESSAGES', lower(state), count(*)
        from outgoing_message where state in ('WAITING', 'GIVEN_UP') group by state
      union all
      select 'MESSAGE_AGE', '',
             greatest(ceil(extract(epoch from clock_timestamp() - min(due_at))), 0)::bigint
        from outgoing_message where state = 'WAITING'
      union all
      select 'SECURITY_EVENTS', watched.kind, count(e.id)
        from (values ('SignInFailed', 'sign_in_failed'), ('SignInLocked', 'sign_in_locked'),
                     ('RefreshTokenReused', 'refresh_token_reused'),
                     ('ForeignToken', 'foreign_token')) as watched (event, kind)
        left join audit_entry e
               on e.event = watched.event and e.action = 'LOGIN'
              and e.created_at > clock_timestamp() - interval '1 hour'
       group by watched.kind
      """)
  List<Figure> ofTenant();

  /** What all tenants have together; a partition counts as its table. */
  @Select(
      """
      with leaf as (
        select s.relid, s.seq_scan, coalesce(s.idx_scan, 0) as idx_scan,
               coalesce(parent.relname, s.relname) as name, greatest(c.reltuples, 0) as rows
          from pg_stat_user_tables s
          join pg_class c on c.oid = s.relid
          left join pg_inherits i on i.inhrelid = s.relid
          left join pg_class parent on parent.oid = i.inhparent
         where s.schemaname = current_schema() and c.relkind = 'r')
      select measure, name as kind, sum(amount)::bigint as amount
        from leaf
       cross join lateral (values
               ('TABLE_BYTES', pg_total_relation_size(relid)),
               ('TABLE_ROWS', rows::bigint),
               ('TABLE_SCANS', seq_scan),
               ('INDEX_SCANS', idx_scan)) as v(measure, amount)
       group by measure, name
      """)
  List<Figure> ofDatabase();
}
