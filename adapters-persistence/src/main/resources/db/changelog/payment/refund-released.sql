--liquibase formatted sql

--changeset mercat:refund-released
-- A refund may begin after the release: then it comes from those who have earned the money.
alter table payment
  add column refunding_released boolean not null default false,
  drop constraint payment_check3,
  drop constraint payment_owed_is_held,
  add constraint payment_refunding_of_what_is_there check
    (case state when 'REFUNDING' then refunding
                when 'HELD' then true
                when 'RELEASED' then true
                else not refunding end),
  add constraint payment_owed_of_what_is_there check
    (state in ('HELD', 'RELEASED', 'REFUNDING') or owed_service_minor = 0 and owed_tip_minor = 0),
  add constraint payment_refunding_released check (state = 'REFUNDING' or not refunding_released),
  add constraint payment_released_under check
    (release_rate_ppm is not null or state <> 'RELEASED' and not refunding_released);
alter table payment alter column refunding_released drop default;

--changeset mercat:owed-is-not-released splitStatements:false
-- What a client is owed of money that is held never becomes the provider's, whatever the code does.
create function refuse_to_release_what_is_owed() returns trigger language plpgsql as $$
begin
  raise exception 'the client of % is owed money that is held', new.booking_id
    using errcode = 'check_violation', constraint = 'payment_owed_is_not_released';
end $$;
create trigger payment_owed_is_not_released before update on payment for each row
  when (old.state = 'HELD' and new.state = 'RELEASED'
        and (new.owed_service_minor > 0 or new.owed_tip_minor > 0))
  execute function refuse_to_release_what_is_owed();
