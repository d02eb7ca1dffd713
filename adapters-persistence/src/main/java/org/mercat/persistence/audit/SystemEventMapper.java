package org.mercat.persistence.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface SystemEventMapper {

  @Insert(
      """
      insert into system_event (id, level, source, what, context, request, at)
      values (#{id}, #{level}, #{source}, #{what}, #{context}::jsonb, #{request}, #{at})
      """)
  void insert(SystemEventRow event);

  @Select(
      """
      select id, level, source, what, context::text as context, request, at
        from system_event
       where level in (select jsonb_array_elements_text(#{levels}::jsonb))
         and (#{from}::timestamptz is null or at >= #{from}::timestamptz)
         and (#{to}::timestamptz is null or at < #{to}::timestamptz)
         and (#{after}::uuid is null or id < #{after}::uuid)
       order by id desc
       limit #{most}
      """)
  List<SystemEventRow> find(
      String levels, @Nullable Instant from, @Nullable Instant to, @Nullable UUID after, int most);

  @Delete("delete from system_event where level = #{level} and at < #{before}")
  int prune(String level, Instant before);
}
