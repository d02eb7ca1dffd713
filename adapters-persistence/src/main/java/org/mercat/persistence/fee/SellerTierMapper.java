package org.mercat.persistence.fee;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface SellerTierMapper {

  String TIER =
      """
      select id, provider_id, level, valid_from, valid_to, reason, set_at, version
        from seller_tier
      """;

  @Select(TIER + " where id = #{id}")
  @Nullable SellerTierRow find(UUID id);

  @Select(
      TIER
          + """
             where provider_id = #{provider}
               and valid_from <= #{now} and (valid_to is null or #{now} < valid_to)
            """)
  List<SellerTierRow> inForce(UUID provider, Instant now);

  @Select(
      TIER
          + """
             where id < coalesce(#{after}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
               and (#{provider}::uuid is null or provider_id = #{provider})
               and (#{inForce}::timestamptz is null
                    or valid_from <= #{inForce} and (valid_to is null or #{inForce} < valid_to))
             order by id desc
             limit #{most}
            """)
  List<SellerTierRow> page(
      @Nullable UUID provider, @Nullable Instant inForce, @Nullable UUID after, int most);

  /** Returns 0 when the seller is of another one in a part of that time. */
  @Insert(
      """
      insert into seller_tier (id, provider_id, level, valid_from, valid_to, reason, set_at, version)
      values (#{id}, #{providerId}, #{level}, #{validFrom}, #{validTo}, #{reason}, #{setAt},
              #{version})
      on conflict on constraint seller_tier_no_overlap do nothing
      """)
  int insert(SellerTierRow row);

  /** Returns 0 when it has been changed since it was read. */
  @Update(
      """
      update seller_tier set valid_to = #{validTo}, version = #{version}
       where id = #{id} and version = #{version} - 1
      """)
  int update(SellerTierRow row);
}
