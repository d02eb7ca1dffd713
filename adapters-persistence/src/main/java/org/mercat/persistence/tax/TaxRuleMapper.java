package org.mercat.persistence.tax;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.tax.TaxComponent;

interface TaxRuleMapper {

  String RULE =
      """
      select id, name, country, subdivision, component, supplies, category, rate_ppm, share_ppm,
             valid_from, valid_to, source, recorded_from, recorded_to
        from tax_rule
      """;

  @Select(RULE + " where id = #{id}")
  @Nullable TaxRuleRow find(UUID id);

  @Select(RULE + " where name = #{name}")
  @Nullable TaxRuleRow named(String name);

  @Select(
      RULE
          + """
             where country = #{country} and subdivision = #{subdivision}
               and recorded_from <= #{known} and (recorded_to is null or #{known} < recorded_to)
             order by name
            """)
  List<TaxRuleRow> ofPlace(String country, String subdivision, Instant known);

  @Select(
      RULE
          + """
             where id < coalesce(#{after}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
               and (#{country}::text is null
                    or country = #{country} and subdivision = #{subdivision})
               and (#{component}::text is null or component = #{component})
               and (#{known}::timestamptz is null
                    or recorded_from <= #{known} and (recorded_to is null or #{known} < recorded_to))
             order by id desc
             limit #{most}
            """)
  List<TaxRuleRow> page(
      @Nullable String country,
      @Nullable String subdivision,
      @Nullable TaxComponent component,
      @Nullable Instant known,
      @Nullable UUID after,
      int most);

  /** Returns 0 when another one that is known at the same time taxes the same thing. */
  @Insert(
      """
      insert into tax_rule (id, name, country, subdivision, component, supplies, category, rate_ppm,
                            share_ppm, valid_from, valid_to, source, recorded_from, recorded_to)
      values (#{id}, #{name}, #{country}, #{subdivision}, #{component}, #{supplies}, #{category},
              #{ratePpm}, #{sharePpm}, #{validFrom}, #{validTo}, #{source}, #{recordedFrom},
              #{recordedTo})
      on conflict on constraint tax_rule_no_overlap do nothing
      """)
  int insert(TaxRuleRow row);

  /** Returns 0 when it has been superseded before. */
  @Update(
      "update tax_rule set recorded_to = #{recordedTo} where id = #{id} and recorded_to is null")
  int supersede(TaxRuleRow row);
}
