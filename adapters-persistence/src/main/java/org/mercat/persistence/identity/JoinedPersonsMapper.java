package org.mercat.persistence.identity;

import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface JoinedPersonsMapper {

  @Select(
      """
      select exists (select from provider
                       join booking on booking.provider_id = provider.id
                      where provider.owner_id = #{owner} and booking.client_id = #{client})
      """)
  boolean hasBooked(@Param("client") UUID client, @Param("owner") UUID owner);
}
