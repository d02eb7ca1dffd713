package org.mercat.persistence.shared;

import java.sql.Connection;
import java.util.List;

/** What every table must be like, read from the catalogue of the database; row security apart. */
final class CatalogueLint {

  /** The tables of the tenants and their columns; those of the installation are listed by name. */
  private static final String TABLES =
      """
      with ours as (
        select c.oid, c.relname, c.relkind, a.attnum as tenant
          from pg_class c
          left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
         where c.relnamespace = current_schema()::regnamespace
           and c.relkind in ('r', 'p') and not c.relispartition
           and c.relname not in
             ('databasechangelog', 'databasechangeloglock', 'market_clock', 'scheduled_tasks',
              'schema_digest', 'rate_limit_bucket')),
      columns as (
        select ours.oid, ours.relname, a.attname, a.attnum, t.typname, t.typcategory,
               exists (select from pg_constraint k where k.conrelid = ours.oid
                          and k.contype = 'c' and a.attnum = any (k.conkey)) as checked
          from ours
          join pg_attribute a on a.attrelid = ours.oid and a.attnum > 0 and not a.attisdropped
          join pg_type t on t.oid = a.atttypid)
      """;

  private static final List<String> RULES =
      List.of(
          """
          select relname || ' has no tenant_id that is filled by current_tenant()' from ours
           where relname <> 'tenant'
             and not exists (
               select from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid
                                                           and d.adnum = a.attnum
                where a.attrelid = ours.oid and a.attname = 'tenant_id' and a.attnotnull
                  and a.atttypid = 'uuid'::regtype
                  and pg_get_expr(d.adbin, d.adrelid) = 'current_tenant()')
          """,
          """
          select relname || ' has no primary key' from ours
           where not exists (select from pg_constraint k
                              where k.conrelid = ours.oid and k.contype = 'p')
          """,
          """
          select relname || ' has the key ' || i.indexrelid::regclass || ' without the tenant first'
            from ours join pg_index i on i.indrelid = ours.oid
           where (i.indisunique or i.indisexclusion) and i.indkey[0] is distinct from tenant
             and i.indexrelid::regclass::text not in ('tenant_slug', 'tenant_host_of_one')
          """,
          """
          select relname || ' has the foreign key ' || k.conname || ' without the tenant first'
            from ours join pg_constraint k on k.conrelid = ours.oid and k.contype = 'f'
           where k.conparentid = 0
             and (k.conkey[1] is distinct from tenant
                  or k.confkey[1] is distinct from (select attnum from pg_attribute
                       where attrelid = k.confrelid and attname = 'tenant_id'))
          """,
          """
          select relname || ' has the foreign key ' || k.conname || ' that deletes or changes rows'
            from ours join pg_constraint k on k.conrelid = ours.oid and k.contype = 'f'
           where k.confdeltype not in ('a', 'r') or k.confupdtype not in ('a', 'r')
          """,
          """
          select relname || ' has the foreign key ' || k.conname || ' without an index'
            from ours join pg_constraint k on k.conrelid = ours.oid and k.contype = 'f'
           where k.conparentid = 0
             and not exists (
               select from pg_index i
                where i.indrelid = ours.oid and i.indpred is null
                  and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(k.conkey)]
                      @> k.conkey)
          """,
          """
          select relname || ' leaves ' || attname || ' without a CHECK' from columns
           where typcategory in ('S', 'N') and not checked
          """,
          """
          select relname || ' keeps ' || attname || ' as ' || typname from columns
           where typname in ('money', 'timestamp', 'timetz', 'json', 'bpchar', 'varchar', 'serial')
              or typname in ('float4', 'float8', 'numeric')
                 and attname !~ '(^|_)(lat|lon)$'
              or attname ~ '_minor$' and typname <> 'int8'
              or attname ~ '_at$' and typname <> 'timestamptz'
          """,
          """
          select relname || ' lets ' || attname || ' be no code of three letters' from columns
           where attname ~ '(^|_)currency$'
             and not exists (select from pg_constraint k where k.conrelid = columns.oid
                                and k.contype = 'c' and columns.attnum = any (k.conkey)
                                and pg_get_constraintdef(k.oid) ~ '\\[A-Z\\]\\{3\\}|= 3')
          """,
          """
          select relname || ' is partitioned by another thing than created_at' from ours
           where relkind = 'p' and pg_get_partkeydef(oid) <> 'RANGE (created_at)'
          """,
          """
          select relname || ' is partitioned but does not take created_at from its id' from ours
           where relkind = 'p'
             and not exists (select from pg_constraint k where k.conrelid = ours.oid
                                and k.contype = 'c'
                                and pg_get_constraintdef(k.oid)
                                    like 'CHECK ((created_at = uuid_time(%')
          """,
          """
          select relname || ' is partitioned but has no default partition' from ours
           where relkind = 'p'
             and not exists (select from pg_partitioned_table p
                              where p.partrelid = ours.oid and p.partdefid <> 0)
          """,
          """
          select c.relname || ' is a partition that the application may touch'
            from pg_class c
           where c.relnamespace = current_schema()::regnamespace and c.relispartition
             and has_table_privilege('mercat_app', c.oid, 'select, insert, update, delete')
          """,
          """
          select relname || ' is a view that reads with the rights of its owner' from pg_class c
           where relnamespace = current_schema()::regnamespace and relkind in ('v', 'm')
             and relname not in ('every_tenant', 'every_host')
             and not coalesce(reloptions::text[] && array['security_invoker=true'], false)
          """,
          """
          select proname || ' runs with the rights of its owner' from pg_proc
           where pronamespace = current_schema()::regnamespace and prosecdef
             and proname not in
               ('tenant_ids', 'tenant_at', 'tenant_standing', 'tenant_of_api_key',
                'search_listings', 'client_of', 'append_event', 'append_audit_entries',
                'move_escrow_balances',
                'begin_with_canadian_tax_rules')
          """);

  private CatalogueLint() {}

  static List<String> findings(Connection connection) {
    return RULES.stream()
        .flatMap(rule -> Sql.column(connection, TABLES + rule).stream())
        .distinct()
        .sorted()
        .toList();
  }
}
