package org.mercat.persistence.fee;

import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface FeeSellerMapper {

  String SELLER = "select id, time_zone from provider";

  @Select(SELLER + " where id = #{id}")
  @Nullable FeeSellerRow find(UUID id);

  @Select(SELLER + " where owner_id = #{owner}")
  @Nullable FeeSellerRow ofOwner(UUID owner);
}
