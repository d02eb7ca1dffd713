package org.mercat.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.mercat.application.shared.PortUnavailable;

/**
 * The second wall between tenants and between persons, tried at every start: the role of the
 * application can neither pass by the policies nor take them away, every table that it may touch
 * has them, and without a tenant it sees nothing. A view that asks as its reader has those of its
 * tables.
 */
public final class RowSecurityCheck {

  private static final String ROLE =
      """
      select case
               when rolsuper then 'the role ' || current_user || ' is a superuser'
               when rolbypassrls then 'the role ' || current_user || ' has BYPASSRLS'
             end
        from pg_roles
       where rolname = current_user and (rolsuper or rolbypassrls)
      """;

  private static final String TABLES =
      """
      with touched as (
        select c.oid, c.relname, c.relowner, c.relrowsecurity, c.relforcerowsecurity,
               a.attnum is not null as of_tenant
          from pg_class c
          left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
         where c.relnamespace = current_schema()::regnamespace
           and c.relkind in ('r', 'p', 'v', 'm', 'f')
           and not (c.relkind = 'v'
                    and coalesce(c.reloptions, '{}') @> array['security_invoker=true'])
           and has_table_privilege(c.oid, 'select, insert, update, delete, truncate'))
      select relname || ' belongs to the application or to a role that it may become'
        from touched where pg_has_role(relowner, 'member')
      union all
      select relname || ' has no row-level security'
        from touched where of_tenant and not relrowsecurity
      union all
      select relname || ' does not force row-level security'
        from touched where of_tenant and not relforcerowsecurity
      union all
      select relname || ' has no policy for the application'
        from touched
       where of_tenant
         and not exists (select from pg_policy p where p.polrelid = touched.oid
                            and p.polpermissive
                            and (0 = any (p.polroles) or exists (select from unnest(p.polroles) r
                                 where r <> 0 and pg_has_role(r, 'member'))))
      union all
      select relname || ' has the policy ' || p.polname || ' that admits other tenants'
        from touched
        join pg_policy p on p.polrelid = touched.oid
       where of_tenant and p.polpermissive
         and (0 = any (p.polroles) or exists (select from unnest(p.polroles) r
              where r <> 0 and pg_has_role(r, 'member')))
         and (pg_get_expr(p.polqual, p.polrelid) is distinct from
                '(tenant_id = ( SELECT current_tenant() AS current_tenant))'
              or coalesce(pg_get_expr(p.polwithcheck, p.polrelid),
                          pg_get_expr(p.polqual, p.polrelid))
                is distinct from pg_get_expr(p.polqual, p.polrelid))
      """;

  private static final String READABLE =
      """
      select format('select %L where exists (select from %I)',
                    relname || ' shows rows without a tenant', relname)
        from pg_class
       where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
         and has_table_privilege(oid, 'select')
         and exists (select from pg_attribute where attrelid = oid and attname = 'tenant_id')
      """;

  private RowSecurityCheck() {}

  /**
   * Tries the wall with a connection of the application.
   *
   * @throws IllegalStateException with every hole that was found; the server must not serve
   */
  public static void require(DataSource application) {
    var holes = holes(application);
    if (!holes.isEmpty()) {
      throw new IllegalStateException(
          "tenants are not kept apart by the database: " + String.join("; ", holes));
    }
  }

  static List<String> holes(DataSource application) {
    try (var connection = application.getConnection()) {
      var holes = new ArrayList<String>();
      holes.addAll(column(connection, ROLE));
      holes.addAll(column(connection, TABLES));
      var visible =
          column(connection, READABLE).stream().collect(Collectors.joining(" union all "));
      if (visible.isEmpty()) {
        holes.add("no table of a tenant can be read at all");
      } else {
        holes.addAll(column(connection, visible));
        holes.addAll(NamedRolesCheck.holes(connection));
      }
      return List.copyOf(holes);
    } catch (SQLException failure) {
      throw new PortUnavailable("row-level security could not be tried", failure);
    }
  }

  static List<String> column(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
