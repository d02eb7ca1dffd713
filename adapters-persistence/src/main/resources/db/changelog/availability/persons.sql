--liquibase formatted sql

--changeset mercat:working-hours-are-public
call admit('person, admin, calendar', 'select', 'timetable', 'true');
call admit('person, admin, calendar', 'select', 'weekly_hours', 'true');
call admit('person, admin', 'insert, update', 'timetable',
  'provider_id = (select id from own_provider)');
call admit('person, admin', 'insert, delete', 'weekly_hours',
  'provider_id = (select id from own_provider)');
