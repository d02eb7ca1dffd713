package org.mercat.persistence.shared;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface TenantMapper {

  /** Holds until the end of the transaction; the row-level security policies read it. */
  @Select(
      """
      select set_config('role', database_role(#{role}), true),
             set_config('mercat.tenant', #{tenant}::text, true),
             set_config('mercat.person', coalesce(#{person}::text, ''), true)""")
  @CanIgnoreReturnValue
  String enter(String role, UUID tenant, @Nullable UUID person);

  /** Leaves role and person as they are. */
  @Select("select set_config('mercat.tenant', #{tenant}::text, true)")
  @CanIgnoreReturnValue
  String move(UUID tenant);

  @Select("select current_tenant()")
  UUID current();

  @Select("select tenant_ids()")
  List<UUID> all();
}
