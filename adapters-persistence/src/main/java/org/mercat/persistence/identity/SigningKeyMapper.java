package org.mercat.persistence.identity;

import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface SigningKeyMapper {

  String KEY =
      """
      select id, translate(encode(private_key, 'base64'), E'\\n', '') as private_key,
             translate(encode(public_key, 'base64'), E'\\n', '') as public_key
        from signing_key
       where\s""";

  @Insert(
      """
      insert into signing_key (id, private_key, public_key)
      values (#{id}, decode(#{privateKey}, 'base64'), decode(#{publicKey}, 'base64'))
      on conflict (tenant_id) where retired_at is null do nothing
      """)
  int insert(SigningKeyRow row);

  @Select(KEY + "retired_at is null")
  @Nullable SigningKeyRow current();

  @Select(KEY + "id = #{id}")
  @Nullable SigningKeyRow find(UUID id);
}
