package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface OidcIssuerMapper {

  String ISSUER =
      """
      select id, issuer, audience, keys_url, algorithms, roles_claim, role_mapping,
             admits_strangers
        from oidc_issuer
      """;

  @Insert(
      """
      insert into oidc_issuer (id, issuer, audience, keys_url, algorithms, roles_claim,
                               role_mapping, admits_strangers)
      values (#{id}, #{issuer}, #{audience}, #{keysUrl}, #{algorithms}, #{rolesClaim},
              #{roleMapping}, #{admitsStrangers})
      on conflict (tenant_id, issuer) do nothing
      """)
  int insert(OidcIssuerRow row);

  @Delete("delete from oidc_issuer where id = #{id}")
  int delete(UUID id);

  @Select(ISSUER + " order by issuer collate \"C\"")
  List<OidcIssuerRow> all();

  @Select(ISSUER + " where issuer = #{issuer}")
  @Nullable OidcIssuerRow find(String issuer);

  @Select("select user_id from oidc_identity where issuer = #{issuer} and subject = #{subject}")
  @Nullable UUID linked(String issuer, String subject);

  @Insert(
      """
      insert into oidc_identity (issuer, subject, user_id)
      values (#{issuer}, #{subject}, #{user})
      on conflict (tenant_id, issuer, subject) do nothing
      """)
  int link(String issuer, String subject, UUID user);

  @Delete("delete from oidc_token_use where good_until <= #{now}")
  int forget(Instant now);

  @Insert(
      """
      insert into oidc_token_use (sha256, good_until)
      values (#{sha256}, #{until})
      on conflict (tenant_id, sha256) do nothing
      """)
  int use(String sha256, Instant until);
}
