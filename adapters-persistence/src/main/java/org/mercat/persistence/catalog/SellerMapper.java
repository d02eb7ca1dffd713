package org.mercat.persistence.catalog;

import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface SellerMapper {

  String SELLER =
      """
      select id, owner_id, verification = 'VERIFIED' and standing = 'ACTIVE' as trusted
        from provider
       where\s""";

  @Select(SELLER + "id = #{provider}")
  @Nullable SellerRow find(UUID provider);

  @Select(SELLER + "owner_id = #{owner}")
  @Nullable SellerRow ofOwner(UUID owner);
}
