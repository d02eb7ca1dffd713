package org.mercat.persistence.identity;

import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface JoinedPersonsMapper {

  @Select("select * from client_of(#{owner}, #{client})")
  Optional<ContactRow> clientOf(@Param("owner") UUID owner, @Param("client") UUID client);
}
