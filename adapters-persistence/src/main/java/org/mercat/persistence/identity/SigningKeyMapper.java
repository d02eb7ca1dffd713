package org.mercat.persistence.identity;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;

interface SigningKeyMapper {

  @Insert(
      """
      insert into signing_key (id, number, signs_from, sealed_key, public_key)
      values (#{id}, #{number}, #{signsFrom}, decode(#{sealedKey}, 'base64'),
              decode(#{publicKey}, 'base64'))
      on conflict (tenant_id, number) do nothing
      """)
  int insert(SigningKeyRow row);

  @Delete("delete from signing_key where id = #{id}")
  void delete(UUID id);

  @Select(
      """
      select id, number, signs_from,
             translate(encode(sealed_key, 'base64'), E'\\n', '') as sealed_key,
             translate(encode(public_key, 'base64'), E'\\n', '') as public_key
        from signing_key
       order by number
      """)
  List<SigningKeyRow> all();
}
