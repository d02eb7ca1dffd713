package org.mercat.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The second wall between persons: each {@link DatabaseRole} is there and can be nothing else, a
 * transaction that has become none of them sees nothing, and whatever a role may do with a table it
 * may do with the rows of a rule only.
 */
final class NamedRolesCheck {

  private static final String NAMED =
      """
      with named as (
        select database_role(k.kind) as name, k.kind, r.oid, r.rolsuper, r.rolbypassrls,
               r.rolcanlogin
          from unnest(string_to_array('%s', ',')) k (kind)
          left join pg_roles r on r.rolname = database_role(k.kind)),
      touched as (
        select c.oid, c.relname
          from pg_class c
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
         where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
           and not c.relispartition)
      """
          .formatted(
              Arrays.stream(DatabaseRole.values())
                  .map(DatabaseRole::suffix)
                  .collect(Collectors.joining(",")));

  private static final String HOLES =
      """
      select 'the role ' || name || ' is missing' from named where oid is null
      union all
      select 'the role ' || name || ' cannot be chosen'
        from named where not pg_has_role(oid, 'member')
      union all
      select 'the role ' || name || ' can do more than it should'
        from named where rolsuper or rolbypassrls or rolcanlogin
      union all
      select 'the role ' || n.name || ' may become ' || o.rolname
        from named n join pg_roles o on o.oid <> n.oid and pg_has_role(n.oid, o.oid, 'member')
      union all
      select relname || ' shows rows to a transaction that has chosen no role'
        from touched
       where has_table_privilege(oid, 'select, insert, update, delete')
         and not exists (select from pg_policy p where p.polrelid = touched.oid
                            and not p.polpermissive and p.polcmd = '*'
                            and pg_get_expr(p.polqual, p.polrelid) = 'false'
                            and exists (select from unnest(p.polroles) r
                                         where r <> 0 and pg_has_role(r, 'usage')))
      union all
      select relname || ' lets ' || name || ' ' || command || ' and no rule says which rows'
        from touched
       cross join named
       cross join (values ('select', 'r'), ('insert', 'a'), ('update', 'w'), ('delete', 'd'),
                          ('truncate', '')) as c (command, code)
       where kind <> 'market'
         and (has_table_privilege(named.oid, touched.oid, command)
              or command in ('select', 'insert', 'update')
                 and has_any_column_privilege(named.oid, touched.oid, command))
         and not exists (select from pg_policy p where p.polrelid = touched.oid
                            and not p.polpermissive and named.oid = any (p.polroles)
                            and p.polcmd in (c.code::"char", '*'))
      """;

  private NamedRolesCheck() {}

  static List<String> holes(Connection application) throws SQLException {
    var holes = new ArrayList<>(RowSecurityCheck.column(application, NAMED + HOLES));
    if (holes.isEmpty()) {
      var commits = application.getAutoCommit();
      application.setAutoCommit(false);
      for (var role : DatabaseRole.values()) {
        holes.addAll(visibleWithoutTenant(application, role));
        application.rollback();
      }
      application.setAutoCommit(commits);
    }
    return holes;
  }

  private static List<String> visibleWithoutTenant(Connection application, DatabaseRole role)
      throws SQLException {
    var queries = RowSecurityCheck.column(application, readable(role.suffix()));
    if (queries.isEmpty()) {
      return List.of();
    }
    var _ =
        RowSecurityCheck.column(
            application,
            "select set_config('role', database_role('%s'), true)".formatted(role.suffix()));
    return RowSecurityCheck.column(application, String.join(" union all ", queries));
  }

  private static String readable(String role) {
    return """
        select format('select %%L where exists (select from %%I)',
                      relname || ' shows rows to %1$s without a tenant', relname)
          from pg_class c
         where relnamespace = current_schema()::regnamespace
           and has_any_column_privilege(database_role('%1$s'), oid, 'select')
           and (relkind = 'v'
                or relkind in ('r', 'p') and exists (select from pg_attribute
                                                      where attrelid = c.oid
                                                        and attname = 'tenant_id'))
        """
        .formatted(role);
  }
}
