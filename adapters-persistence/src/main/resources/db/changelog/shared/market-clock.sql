--liquibase formatted sql

--changeset mercat:market-clock
-- How far the market's time is ahead of the system's; other than 0 in tests only.
create table market_clock (
  only_row     boolean primary key default true check (only_row),
  ahead_micros bigint  not null
);
insert into market_clock (ahead_micros) values (0);
grant select, update on market_clock to ${app_role};
