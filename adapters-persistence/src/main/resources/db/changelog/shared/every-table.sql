--liquibase formatted sql

--changeset mercat:every-table runAlways:true runOnChange:true splitStatements:false
-- What a transaction that has chosen no role may do is nothing, whatever was granted to the
-- application; the market may do what the application was granted, but for the keys that tokens
-- are signed with. What runs as the owner looks into this schema alone.
do $$
declare
  ours record;
begin
  for ours in
    select c.oid::regclass as name, c.relkind in ('r', 'p') as has_rows,
           string_agg(distinct g.privilege_type, ', ') as granted,
           exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'no_role')
             as is_closed
      from pg_class c
     cross join lateral aclexplode(c.relacl) g
     where c.relnamespace = current_schema()::regnamespace and not c.relispartition
       and g.grantee = '${app_role}'::regrole
       and (c.relkind = 'v'
            or c.relkind in ('r', 'p') and exists (select from pg_attribute a
                 where a.attrelid = c.oid and a.attname = 'tenant_id'))
     group by c.oid
  loop
    if ours.has_rows and not ours.is_closed then
      execute format('create policy no_role on %s as restrictive to ${app_role} using (false)',
        ours.name);
    end if;
    if ours.name <> 'signing_key'::regclass then
      execute format('grant %s on %s to ${app_role}_market', ours.granted, ours.name);
    end if;
  end loop;
  for ours in
    select f.oid::regprocedure as name, f.prosecdef and f.prosqlbody is null as has_path,
           exists (select from aclexplode(f.proacl) g
                    where g.grantee = '${app_role}'::regrole) as is_granted
      from pg_proc f
     where f.pronamespace = current_schema()::regnamespace
  loop
    if ours.has_path then
      execute format('alter function %s set search_path = %I, pg_temp',
        ours.name, current_schema());
    end if;
    if ours.is_granted then
      execute format('grant execute on function %s to ${app_role}_market', ours.name);
    end if;
  end loop;
end $$;
