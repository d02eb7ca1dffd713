--liquibase formatted sql

--changeset mercat:database-role splitStatements:false
-- The name of one of the roles that the application becomes, each transaction for itself.
create function database_role(kind text) returns text immutable parallel safe language sql
  as $$ select '${app_role}_' || kind $$;

--changeset mercat:current-person splitStatements:false
-- Who has signed in, in this transaction; null when nobody has.
create function current_person() returns uuid stable parallel safe language sql
  as $$ select nullif(current_setting('mercat.person', true), '')::uuid $$;

--changeset mercat:admit splitStatements:false
-- Grants commands on a table to roles, but only for the rows for which the condition holds. The
-- policy is restrictive: that of the tenant holds beside it. An empty list of columns means all.
create procedure admit(
    roles text, commands text, on_table regclass, condition text, columns text default '')
  language plpgsql
as $$
declare
  kind text;
  command text;
begin
  foreach kind in array string_to_array(roles, ', ') loop
    foreach command in array string_to_array(commands, ', ') loop
      execute format('grant %s %s on %s to %I', command,
        case when columns <> '' then '(' || columns || ')' else '' end,
        on_table, database_role(kind));
      execute format('create policy %I on %s as restrictive for %s to %I %s (%s)',
        kind || '_' || command, on_table, command, database_role(kind),
        case command when 'insert' then 'with check' else 'using' end, condition);
    end loop;
  end loop;
end $$;

--changeset mercat:admit-is-for-the-owner
revoke execute on procedure admit(text, text, regclass, text, text) from public;

--changeset mercat:own-provider
-- The provider that the caller is, if any.
create view own_provider with (security_invoker) as
  select id from provider
   where tenant_id = (select current_tenant()) and owner_id = (select current_person());
grant select on own_provider to ${app_role}_person, ${app_role}_admin;
