package org.mercat.persistence.tax;

import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface TaxedSellerMapper {

  String SELLER =
      "select id, country, subdivision, tax_registration is not null as registered from provider";

  @Select(SELLER + " where id = #{id}")
  @Nullable TaxedSellerRow find(UUID id);

  @Select(SELLER + " where owner_id = #{owner}")
  @Nullable TaxedSellerRow ofOwner(UUID owner);
}
