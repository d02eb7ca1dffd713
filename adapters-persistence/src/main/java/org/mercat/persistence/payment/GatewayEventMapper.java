package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface GatewayEventMapper {

  /** Returns 0 when the event is there already. */
  @Insert(
      """
      insert into gateway_event
        (gateway, event, kind, object, body, received_at, state, due_at, failures)
      values
        (#{message.gateway}, #{message.event}, #{message.kind}, #{message.object}, #{message.body},
         #{receivedAt}, case #{message.kind} when 'IGNORED' then 'IGNORED' else 'OPEN' end,
         #{receivedAt}, 0)
      on conflict do nothing
      """)
  int insert(GatewayEventRow message, Instant receivedAt);

  @Select(
      value =
          """
          with due as materialized (
            select gateway, event, due_at
              from gateway_event
             where state = 'OPEN' and due_at <= #{now}
             order by due_at
             limit #{most}
               for update skip locked),
          leased as (
            update gateway_event g set due_at = #{until}
              from due
             where g.gateway = due.gateway and g.event = due.event
            returning g.gateway, g.event, g.kind, g.object, g.body, due.due_at as due_since)
          select gateway, event, kind, object, body from leased order by due_since, event
          """,
      affectData = true)
  List<GatewayEventRow> lease(Instant now, Instant until, int most);

  @Update(
      """
      update gateway_event set state = 'DONE', due_at = #{now}
       where gateway = #{gateway} and event = #{event}
      """)
  void done(String gateway, String event, Instant now);

  @Update(
      """
      update gateway_event
         set failures = failures + 1,
             due_at = #{now}::timestamptz + make_interval(
               secs => coalesce((#{pauses}::int[])[failures + 1], 0)),
             state = case when failures >= cardinality(#{pauses}::int[]) then 'DEAD'
                          else state end
       where gateway = #{gateway} and event = #{event}
      """)
  void failed(String gateway, String event, Instant now, String pauses);

  @Update(
      """
      update gateway_event set due_at = #{until}
       where gateway = #{gateway} and event = #{event}
      """)
  void postponed(String gateway, String event, Instant until);

  @Select(
      """
      select id, gateway, event, kind, object, body, received_at
        from gateway_event
       where state = 'DEAD'
         and (#{after}::uuid is null or (received_at, id) <
                (select e.received_at, e.id from gateway_event e where e.id = #{after}))
       order by received_at desc, id desc
       limit #{most}
      """)
  List<DeadEventRow> dead(@Nullable UUID after, int most);

  /** Returns 0 when there is no such message that is dead. */
  @Update(
      """
      update gateway_event set state = 'OPEN', failures = 0, due_at = #{now}
       where id = #{id} and state = 'DEAD'
      """)
  int revive(UUID id, Instant now);

  @Select("select swept_until from gateway_sweep")
  @Nullable Instant sweptUntil();

  @Insert(
      """
      insert into gateway_sweep (swept_until) values (#{until})
      on conflict (tenant_id) do update
        set swept_until = greatest(gateway_sweep.swept_until, excluded.swept_until)
      """)
  void swept(Instant until);
}
