--liquibase formatted sql

--changeset mercat:everybody-leaves-traces
-- What is done is kept, whoever does it; administrators read it and prove that it has not changed.
grant execute on function append_audit_entries(jsonb)
  to ${app_role}_guest, ${app_role}_person, ${app_role}_admin, ${app_role}_authenticator;
call admit('admin', 'select', 'audit_entry', 'true');
call admit('admin', 'select', 'audit_waiting', 'true');
call admit('admin', 'select', 'audit_link', 'true');
call admit('admin', 'select', 'audit_head', 'true');

--changeset mercat:administrators-see-what-happened
call admit('admin', 'select', 'system_event', 'true');
