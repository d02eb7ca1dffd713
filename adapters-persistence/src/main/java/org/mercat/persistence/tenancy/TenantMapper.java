package org.mercat.persistence.tenancy;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface TenantMapper {

  String TENANT =
      """
      select id, name, slug, standing, opened_at, version,
             (select string_agg(host, ',') from every_host where tenant = every_tenant.id) as hosts
        from every_tenant
      """;

  /** Claims those that nobody has; returns how many. */
  @Insert(
      """
      <script>
      insert into every_host (tenant, host) values
      <foreach collection="hosts" item="host" separator=",">(#{tenant}, #{host})</foreach>
      on conflict do nothing
      </script>
      """)
  int claim(UUID tenant, List<String> hosts);

  @Delete(
      """
      <script>
      delete from every_host where tenant = #{tenant} and host in
      <foreach collection="hosts" item="host" open="(" separator="," close=")">#{host}</foreach>
      </script>
      """)
  int release(UUID tenant, List<String> hosts);

  /** Returns 0 when the slug is taken. */
  @Insert(
      """
      insert into every_tenant (id, name, slug, standing, opened_at, version)
      values (#{id}, #{name}, #{slug}, #{standing}, #{openedAt}, #{version})
      on conflict (slug) do nothing
      """)
  int insert(TenantRow row);

  @Update(
      """
      update every_tenant
         set name = #{name}, standing = #{standing}, version = version + 1
       where id = #{id} and version = #{version}
      """)
  int update(TenantRow row);

  @Select(TENANT + " where id = #{id}")
  @Nullable TenantRow find(UUID id);

  @Select(
      TENANT
          + """
             where id < coalesce(#{after}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
             order by id desc
             limit #{most}
            """)
  List<TenantRow> page(@Nullable UUID after, int most);

  @Select("select tenant_at(#{host})")
  @Nullable UUID at(String host);

  @Select("select host from tenant_host")
  List<String> ownHosts();

  @Select("select tenant_standing(#{tenant})")
  @Nullable String standing(UUID tenant);
}
