package org.mercat.persistence.fee;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeeSource;

interface FeeRuleMapper {

  String RULE =
      """
      select id, direction, kind, provider_id, level, from_minor, currency, rate_ppm, flat_minor,
             flat_currency, taxed, returned_in_parts, valid_from, valid_to, reason, set_at, version
        from fee_rule
      """;

  @Select(RULE + " where id = #{id}")
  @Nullable FeeRuleRow find(UUID id);

  /** Those in force for everybody, and those for a seller. */
  @Select(
      RULE
          + """
             where (provider_id is null or provider_id = #{provider})
               and valid_from <= #{now} and (valid_to is null or #{now} < valid_to)
            """)
  List<FeeRuleRow> inForce(UUID provider, Instant now);

  /** Those by which clients pay on top, for everybody and for a seller. */
  @Select(
      RULE
          + """
             where direction = 'CUSTOMER_FEE'
               and (provider_id is null or provider_id = #{provider})
               and valid_from <= #{now} and (valid_to is null or #{now} < valid_to)
            """)
  List<FeeRuleRow> onTop(UUID provider, Instant now);

  @Select(
      RULE
          + """
             where id < coalesce(#{after}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
               and (#{direction}::text is null or direction = #{direction})
               and (#{kind}::text is null or kind = #{kind})
               and (#{provider}::uuid is null or provider_id = #{provider})
               and (#{inForce}::timestamptz is null
                    or valid_from <= #{inForce} and (valid_to is null or #{inForce} < valid_to))
             order by id desc
             limit #{most}
            """)
  List<FeeRuleRow> page(
      @Nullable FeeDirection direction,
      @Nullable FeeSource kind,
      @Nullable UUID provider,
      @Nullable Instant inForce,
      @Nullable UUID after,
      int most);

  /** Returns 0 when another one says something of the same sellers at that time. */
  @Insert(
      """
      insert into fee_rule (id, direction, kind, provider_id, level, from_minor, currency, rate_ppm,
                            flat_minor, flat_currency, taxed, returned_in_parts, valid_from,
                            valid_to, reason, set_at, version)
      values (#{id}, #{direction}, #{kind}, #{providerId}, #{level}, #{fromMinor}, #{currency},
              #{ratePpm}, #{flatMinor}, #{flatCurrency}, #{taxed}, #{returnedInParts},
              #{validFrom}, #{validTo}, #{reason}, #{setAt}, #{version})
      on conflict on constraint fee_rule_no_overlap do nothing
      """)
  int insert(FeeRuleRow row);

  /** Returns 0 when it has been changed since it was read. */
  @Update(
      """
      update fee_rule set valid_to = #{validTo}, version = #{version}
       where id = #{id} and version = #{version} - 1
      """)
  int update(FeeRuleRow row);
}
