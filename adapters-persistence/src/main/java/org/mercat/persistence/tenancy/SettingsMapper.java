package org.mercat.persistence.tenancy;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface SettingsMapper {

  @Select(
      """
      select verification_required, admin_second_factor_required, moderation, language, region,
             version
        from tenant_settings
      """)
  @Nullable SettingsRow find();

  @Select("select code, law, retention_days, consent_required from tenant_region order by code")
  List<RegionRow> regions();

  /** The first settings of a tenant; returns 0 when there are some already. */
  @Insert(
      """
      insert into tenant_settings (verification_required, admin_second_factor_required, moderation,
                                   language, region, version)
      values (#{verificationRequired}, #{adminSecondFactorRequired}, #{moderation}, #{language},
              #{region}, 1)
      on conflict do nothing
      """)
  int insert(SettingsRow row);

  @Update(
      """
      update tenant_settings
         set verification_required = #{verificationRequired},
             admin_second_factor_required = #{adminSecondFactorRequired},
             moderation = #{moderation}, language = #{language}, region = #{region},
             version = version + 1
       where version = #{version}
      """)
  int update(SettingsRow row);

  @Insert(
      """
      <script>
      insert into tenant_region (code, law, retention_days, consent_required) values
      <foreach collection="rows" item="row" separator=",">
        (#{row.code}, #{row.law}, #{row.retentionDays}, #{row.consentRequired})
      </foreach>
      </script>
      """)
  int insertRegions(List<RegionRow> rows);

  @Delete("delete from tenant_region")
  int deleteRegions();
}
