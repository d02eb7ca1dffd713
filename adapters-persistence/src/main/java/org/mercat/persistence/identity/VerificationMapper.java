package org.mercat.persistence.identity;

import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface VerificationMapper {

  @Select("select coalesce((select verification_required from tenant_settings), #{otherwise})")
  boolean isWanted(boolean otherwise);

  @Select(
      """
      select coalesce((select verification_required from tenant_settings), #{otherwise})
             and not exists (select from app_user
                              where id = #{person} and email_verified_at is not null
                                and deleted_at is null)
      """)
  boolean isLacking(@Param("person") UUID person, @Param("otherwise") boolean otherwise);
}
