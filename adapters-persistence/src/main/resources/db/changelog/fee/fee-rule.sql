--liquibase formatted sql

--changeset mercat:fee-rule
-- Rates for one seller (PROMOTION), for what a seller has sold in the month before (VOLUME: from that
-- edge on, inclusive) and for a level of sellers (LEVEL), from valid_from to valid_to (exclusive).
create table fee_rule (
  tenant_id   uuid        not null default current_tenant(),
  id          uuid        not null,
  direction   text        not null check (direction in ('PLATFORM_FEE', 'REFERRAL_COMMISSION')),
  kind        text        not null check (kind in ('PROMOTION', 'VOLUME', 'LEVEL')),
  provider_id uuid,
  level       text        check (level in ('BRONZE', 'SILVER', 'GOLD')),
  from_minor  bigint      check (from_minor >= 0),
  currency    text        check (currency ~ '^[A-Z]{3}$'),
  rate_ppm    bigint      not null check (rate_ppm between 0 and 1000000),
  valid_from  timestamptz not null,
  valid_to    timestamptz check (valid_to >= valid_from),
  reason      text        not null check (length(reason) between 1 and 500),
  set_at      timestamptz not null check (set_at <= valid_from),
  version     bigint      not null check (version > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, provider_id) references provider,
  check ((provider_id is not null) = (kind = 'PROMOTION')),
  check ((level is not null) = (kind = 'LEVEL')),
  check ((from_minor is not null) = (kind = 'VOLUME')),
  check ((currency is not null) = (kind = 'VOLUME')),
  constraint fee_rule_no_overlap exclude using gist (
    tenant_id with =, direction with =, kind with =,
    (coalesce(provider_id::text, level, currency || ' ' || from_minor::text)) with =,
    tstzrange(valid_from, valid_to) with &&)
);
create index fee_rule_of_provider on fee_rule (tenant_id, provider_id);
alter table fee_rule enable row level security, force row level security;
create policy own_tenant on fee_rule using (tenant_id = (select current_tenant()));
grant select, insert, update on fee_rule to ${app_role};

--changeset mercat:seller-tier
-- Of which level a seller was, is and will be; nobody is of two at a time.
create table seller_tier (
  tenant_id   uuid        not null default current_tenant(),
  id          uuid        not null,
  provider_id uuid        not null,
  level       text        not null check (level in ('BRONZE', 'SILVER', 'GOLD')),
  valid_from  timestamptz not null,
  valid_to    timestamptz check (valid_to >= valid_from),
  reason      text        not null check (length(reason) between 1 and 500),
  set_at      timestamptz not null check (set_at <= valid_from),
  version     bigint      not null check (version > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, provider_id) references provider,
  constraint seller_tier_no_overlap exclude using gist (
    tenant_id with =, provider_id with =, tstzrange(valid_from, valid_to) with &&)
);
create index seller_tier_of_provider on seller_tier (tenant_id, provider_id);
alter table seller_tier enable row level security, force row level security;
create policy own_tenant on seller_tier using (tenant_id = (select current_tenant()));
grant select, insert, update on seller_tier to ${app_role};

--changeset mercat:fees-of-the-past-stay splitStatements:false
-- What was set is known for ever: nothing of it changes but its end.
create function refuse_to_rewrite_fees() returns trigger language plpgsql as $$
begin
  if new.valid_to is null or new.version <> old.version + 1
     or to_jsonb(new) - 'valid_to' - 'version' <> to_jsonb(old) - 'valid_to' - 'version' then
    raise exception 'of what was set for fees only the end is changed'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger fee_rule_is_ended before update on fee_rule
  for each row execute function refuse_to_rewrite_fees();
create trigger fee_rule_stays before delete on fee_rule
  for each row execute function refuse_to_change_history();
create trigger fee_rule_is_never_emptied before truncate on fee_rule
  for each statement execute function refuse_to_change_history();
create trigger seller_tier_is_ended before update on seller_tier
  for each row execute function refuse_to_rewrite_fees();
create trigger seller_tier_stays before delete on seller_tier
  for each row execute function refuse_to_change_history();
create trigger seller_tier_is_never_emptied before truncate on seller_tier
  for each statement execute function refuse_to_change_history();

--changeset mercat:vendor-monthly-volume
-- What was released to a seller in a month of its own calendar, before tax and without tips, net of
-- what had gone back when the month was closed. Closed once.
create table vendor_monthly_volume (
  tenant_id         uuid        not null default current_tenant(),
  id                uuid        not null,
  provider_id       uuid        not null,
  year              int         not null check (year between 2000 and 9999),
  month             int         not null check (month between 1 and 12),
  currency          text        not null check (currency ~ '^[A-Z]{3}$'),
  total_sales_minor bigint      not null check (total_sales_minor >= 0),
  total_orders      bigint      not null check (total_orders >= 0),
  closed_at         timestamptz not null,
  primary key (tenant_id, id),
  constraint vendor_monthly_volume_once unique (tenant_id, provider_id, year, month, currency),
  foreign key (tenant_id, provider_id) references provider
);
create index vendor_monthly_volume_of_provider
  on vendor_monthly_volume (tenant_id, provider_id, year desc, month desc);
create trigger vendor_monthly_volume_stays before update or delete on vendor_monthly_volume
  for each row execute function refuse_to_change_history();
create trigger vendor_monthly_volume_is_never_emptied before truncate on vendor_monthly_volume
  for each statement execute function refuse_to_change_history();
alter table vendor_monthly_volume enable row level security, force row level security;
create policy own_tenant on vendor_monthly_volume
  using (tenant_id = (select current_tenant()));
grant select, insert on vendor_monthly_volume to ${app_role};

--changeset mercat:shop-tiers
-- Every shop as it stands now, in one row (seed 004): its level, the commission that it earns of
-- what it refers, and what it sold in the last month that was closed, in the currency of most sales.
create view shop_tiers with (security_invoker) as
  with present as (
    select now() + ahead_micros * interval '1 microsecond' as at from market_clock)
  select p.tenant_id, p.id as shop_id, t.level as tier,
         coalesce(o.rate_ppm, l.rate_ppm, 0) as commission_rate_ppm,
         v.total_sales_minor as monthly_sales_minor, v.currency as monthly_sales_currency,
         o.id is not null as promotional, o.valid_to as promotional_expires_at,
         o.reason as promotional_reason
    from provider p
   cross join present n
    left join seller_tier t
      on t.tenant_id = p.tenant_id and t.provider_id = p.id
     and t.valid_from <= n.at and (t.valid_to is null or n.at < t.valid_to)
    left join fee_rule o
      on o.tenant_id = p.tenant_id and o.provider_id = p.id
     and o.direction = 'REFERRAL_COMMISSION'
     and o.valid_from <= n.at and (o.valid_to is null or n.at < o.valid_to)
    left join fee_rule l
      on l.tenant_id = p.tenant_id and l.level = t.level
     and l.direction = 'REFERRAL_COMMISSION'
     and l.valid_from <= n.at and (l.valid_to is null or n.at < l.valid_to)
    left join lateral (
      select m.total_sales_minor, m.currency
        from vendor_monthly_volume m
       where m.tenant_id = p.tenant_id and m.provider_id = p.id
       order by m.year desc, m.month desc, m.total_sales_minor desc, m.currency
       limit 1) v on true;
