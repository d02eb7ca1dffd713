package org.mercat.persistence.shared;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;

interface TenantMapper {

  /** Holds until the end of the transaction; the row-level security policies read it. */
  @Select("select set_config('mercat.tenant', #{tenant}::text, true)")
  @CanIgnoreReturnValue
  String enter(UUID tenant);

  @Select("select current_tenant()")
  UUID current();

  @Select("select tenant_ids()")
  List<UUID> all();
}
