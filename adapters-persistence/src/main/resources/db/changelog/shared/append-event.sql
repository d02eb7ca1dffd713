--liquibase formatted sql

--changeset mercat:append-event splitStatements:false
-- Everybody's work makes events and nobody but the market reads them: so they are appended with the
-- rights of the owner, who is held to the tenant of the transaction like everybody.
create function append_event(
    event_id uuid, kind text, subject uuid, event_type text, content jsonb,
    happened_at timestamptz)
  returns void language plpgsql security definer
as $$
begin
  with number as (
    insert into outbox_sequence (subject_kind, subject_id, last)
    values (kind, subject, 1)
    on conflict (tenant_id, subject_kind, subject_id)
    do update set last = outbox_sequence.last + 1
    returning last)
  insert into outbox_event
    (id, created_at, subject_kind, subject_id, sequence, type, payload, at)
  select event_id, uuid_time(event_id), kind, subject, last, event_type, content, happened_at
    from number;
end $$;

--changeset mercat:append-event-grant
revoke execute on function append_event(uuid, text, uuid, text, jsonb, timestamptz) from public;
grant execute on function append_event(uuid, text, uuid, text, jsonb, timestamptz)
  to ${app_role}_guest, ${app_role}_person, ${app_role}_admin, ${app_role}_market,
     ${app_role}_authenticator;
