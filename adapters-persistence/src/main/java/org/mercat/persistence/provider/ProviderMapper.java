package org.mercat.persistence.provider;

import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface ProviderMapper {

  /** No row inserted means that the owner or the slug has one already. */
  @Insert(
      """
      insert into provider (id, owner_id, slug, business_name, country, subdivision, postal_code,
                            city, lat, lon, time_zone, tax_registration, service_radius_metres,
                            bio, public_email, public_phone, website, verification,
                            verification_at, rejection, standing, payable, provider_type,
                            tenant_link, tenant_link_verified, registered_at, version)
      values (#{id}, #{ownerId}, #{slug}, #{businessName}, #{country}, #{subdivision},
              #{postalCode}, #{city}, #{lat}, #{lon}, #{timeZone}, #{taxRegistration},
              #{serviceRadiusMetres}, #{bio}, #{publicEmail}, #{publicPhone}, #{website},
              #{verification}, #{verificationAt}, #{rejection}, #{standing}, #{payable},
              #{providerType}, #{tenantLink}, #{tenantLinkVerified}, #{registeredAt}, #{version})
      on conflict do nothing
      """)
  int insert(ProviderRow row);

  @Update(
      """
      update provider
         set business_name = #{businessName}, country = #{country},
             subdivision = #{subdivision}, postal_code = #{postalCode}, city = #{city},
             lat = #{lat}, lon = #{lon}, time_zone = #{timeZone},
             tax_registration = #{taxRegistration},
             service_radius_metres = #{serviceRadiusMetres}, bio = #{bio},
             public_email = #{publicEmail}, public_phone = #{publicPhone},
             website = #{website}, verification = #{verification},
             verification_at = #{verificationAt}, rejection = #{rejection},
             standing = #{standing}, payable = #{payable},
             provider_type = #{providerType}, tenant_link = #{tenantLink},
             tenant_link_verified = #{tenantLinkVerified}, version = version + 1
       where id = #{id} and version = #{version}
      """)
  int update(ProviderRow row);

  @Select("select * from provider where id = #{id}")
  @Nullable ProviderRow find(UUID id);

  @Select("select * from provider where owner_id = #{owner}")
  @Nullable ProviderRow ofOwner(UUID owner);
}
