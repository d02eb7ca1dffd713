package org.mercat.persistence.payment;

import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface CollectionPlanMapper {

  @Select(
      "select provider_id, mode, instructions from collection_plan where provider_id = #{provider}")
  @Nullable CollectionPlanRow find(UUID provider);

  @Insert(
      """
      insert into collection_plan (provider_id, mode, instructions)
      values (#{providerId}, #{mode}, #{instructions})
      on conflict (tenant_id, provider_id)
      do update set mode = excluded.mode, instructions = excluded.instructions
      """)
  int store(CollectionPlanRow plan);
}
