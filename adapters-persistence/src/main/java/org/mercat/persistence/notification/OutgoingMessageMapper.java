package org.mercat.persistence.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface OutgoingMessageMapper {

  @Insert(
      """
      insert into outgoing_message (id, kind, sealed, due_at)
      values (#{id}, #{kind}, decode(#{sealed}, 'hex'), #{dueAt})
      """)
  void insert(UUID id, String kind, String sealed, Instant dueAt);

  @Select(
      value =
          """
          with due as materialized (
            select id
              from outgoing_message
             where state = 'WAITING' and due_at <= #{now}
             order by due_at, id
             limit 1
               for update skip locked)
          update outgoing_message m set due_at = #{until}, attempts = attempts + 1
            from due
           where m.id = due.id
          returning m.id, m.attempts, encode(m.sealed, 'hex') as sealed
          """,
      affectData = true)
  Optional<OutgoingMessageRow> lease(Instant now, Instant until);

  /** Whoever has the lease by now: what was handed over was handed over. */
  @Update(
      """
      update outgoing_message set state = 'SENT', sealed = null, why = null, ended_at = #{now}
       where id = #{id} and state = 'WAITING'
      """)
  void sent(UUID id, Instant now);

  @Update(
      """
      update outgoing_message set due_at = #{retryAt}, why = #{why}
       where id = #{id} and state = 'WAITING' and attempts = #{attempt}
      """)
  void postpone(UUID id, int attempt, Instant retryAt, String why);

  @Update(
      """
      update outgoing_message
         set state = 'GIVEN_UP', sealed = null, why = #{why}, ended_at = #{now}
       where id = #{id} and state = 'WAITING' and attempts = #{attempt}
      """)
  void giveUp(UUID id, int attempt, Instant now, String why);

  @Delete("delete from outgoing_message where ended_at < now() - interval '30 days'")
  int prune();
}
