package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface PayoutPlanMapper {

  String PLAN =
      """
      select p.provider_id, v.time_zone, p.schedule, p.week_day, p.month_day, p.next_at, p.paused,
             p.left_behind, p.version
        from payout_plan p
        join provider v on v.id = p.provider_id
      """;

  @Select(PLAN + " where p.provider_id = #{provider}")
  @Nullable PayoutPlanRow find(UUID provider);

  @Select("select time_zone from provider where id = #{provider}")
  @Nullable String zoneOf(UUID provider);

  @Insert(
      """
      insert into payout_plan (provider_id, schedule, week_day, month_day, next_at, paused,
                               left_behind, version)
      values (#{providerId}, #{schedule}, #{weekDay}, #{monthDay}, #{nextAt}, #{paused},
              #{leftBehind}, #{version})
      on conflict do nothing
      """)
  int insert(PayoutPlanRow plan);

  @Update(
      """
      update payout_plan
         set schedule = #{schedule}, week_day = #{weekDay}, month_day = #{monthDay},
             next_at = #{nextAt}, paused = #{paused}, left_behind = #{leftBehind},
             version = version + 1
       where provider_id = #{providerId} and version = #{version}
      """)
  int update(PayoutPlanRow plan);

  @Select(
      PLAN
          + """
           where not p.paused and p.next_at <= #{now}
             and (p.schedule <> 'IMMEDIATE' or p.left_behind
                  or exists (select from earning e
                              where e.provider_id = p.provider_id and e.due_minor > 0))
           order by p.next_at, p.provider_id
           limit 1
             for update of p skip locked
          """)
  @Nullable PayoutPlanRow lockDue(Instant now);

  @Select(
      """
      select e.provider_id, min(e.released_at) as earned_at
        from earning e
       where e.due_minor > 0
         and not exists (select from payout_plan p where p.provider_id = e.provider_id)
       group by e.provider_id
       order by e.provider_id
       limit #{most}
      """)
  List<UnplannedRow> unplanned(int most);
}
