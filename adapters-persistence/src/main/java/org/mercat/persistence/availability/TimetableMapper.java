package org.mercat.persistence.availability;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface TimetableMapper {

  /** No row inserted means that there is a timetable already. */
  @Insert(
      """
      insert into timetable (provider_id, version) values (#{provider}, 0)
      on conflict do nothing
      """)
  int insert(UUID provider);

  @Update(
      """
      update timetable set version = version + 1
       where provider_id = #{provider} and version = #{version}
      """)
  int update(UUID provider, long version);

  @Select("select version from timetable where provider_id = #{provider}")
  @Nullable Long version(UUID provider);

  @Select(
      """
      select day, from_minute, to_minute from weekly_hours
       where provider_id = #{provider} order by day, from_minute
      """)
  List<HoursRow> hours(UUID provider);

  @Insert(
      """
      <script>
      insert into weekly_hours (provider_id, day, from_minute, to_minute) values
      <foreach collection="rows" item="row" separator=",">
        (#{provider}, #{row.day}, #{row.fromMinute}, #{row.toMinute})
      </foreach>
      </script>
      """)
  int insertHours(UUID provider, List<HoursRow> rows);

  @Delete("delete from weekly_hours where provider_id = #{provider}")
  int deleteHours(UUID provider);
}
