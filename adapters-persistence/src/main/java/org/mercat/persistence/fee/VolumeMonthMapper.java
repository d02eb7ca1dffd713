package org.mercat.persistence.fee;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** A sale is of the time of the one entry in the books that released it. */
interface VolumeMonthMapper {

  String MONTH =
      """
      select id, provider_id, year, month, currency, total_sales_minor, total_orders, closed_at
        from vendor_monthly_volume
      """;

  String RELEASED =
      """
        from payment y
        join ledger_tx x on x.booking_id = y.booking_id and x.booking_created_at = y.created_at
                        and x.kind = 'RELEASE'
      """;

  @Select("select distinct time_zone from provider order by time_zone")
  List<String> zones();

  @Select(
      """
      select p.id as provider_id, v.year, v.month,
             case when v.year is null then (select min(x.at)
      """
          + RELEASED
          + """
                     where y.provider_id = p.id) end as first_at
                from provider p
                left join lateral (
                  select m.year, m.month from vendor_monthly_volume m
                   where m.provider_id = p.id
                   order by m.year desc, m.month desc limit 1) v on true
               where p.time_zone = #{zone}
                 and case when v.year is not null then (v.year, v.month) < (#{year}, #{month})
                          else exists (select
            """
          + RELEASED
          + """
                     where y.provider_id = p.id and x.at < #{end}) end
               order by p.id
               limit #{most}
            """)
  List<OpenMonthRow> open(String zone, int year, int month, Instant end, int most);

  @Select(
      """
      select s.currency, sum(s.sales)::bigint as sales_minor,
             count(*) filter (where s.sales > 0) as orders
        from (select y.currency,
                     y.service_minor - y.refunded_service_minor - y.owed_service_minor as sales
      """
          + RELEASED
          + """
                     where y.provider_id = #{provider} and x.at >= #{from} and x.at < #{until}
                     union all
                    select m.currency, 0
                      from vendor_monthly_volume m where m.provider_id = #{provider}) s
               group by s.currency
               order by s.currency
            """)
  List<SoldRow> sold(UUID provider, Instant from, Instant until);

  @Insert(
      """
      insert into vendor_monthly_volume (id, provider_id, year, month, currency, total_sales_minor,
                                         total_orders, closed_at)
      values (#{id}, #{providerId}, #{year}, #{month}, #{currency}, #{totalSalesMinor},
              #{totalOrders}, #{closedAt})
      on conflict on constraint vendor_monthly_volume_once do nothing
      """)
  int insert(VolumeMonthRow row);

  /** The months of a seller from one on. */
  @Select(
      MONTH
          + """
             where provider_id = #{provider} and (year, month) >= (#{year}, #{month})
            """)
  List<VolumeMonthRow> since(UUID provider, int year, int month);

  @Select(
      MONTH
          + """
             where id < coalesce(#{after}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
               and (#{provider}::uuid is null or provider_id = #{provider})
               and (#{year}::int is null or year = #{year} and month = #{month})
             order by id desc
             limit #{most}
            """)
  List<VolumeMonthRow> page(
      @Nullable UUID provider,
      @Nullable Integer year,
      @Nullable Integer month,
      @Nullable UUID after,
      int most);
}
