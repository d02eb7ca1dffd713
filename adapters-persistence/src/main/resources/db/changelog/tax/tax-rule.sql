--liquibase formatted sql

--changeset mercat:tax-rule
-- What is levied where, on what, and on which days: from valid_from to valid_to (exclusive). It was
-- taken to be so from recorded_from to recorded_to (exclusive). A category of '' is every one.
create table tax_rule (
  tenant_id     uuid        not null default current_tenant(),
  id            uuid        not null,
  name          text        not null check (length(name) between 1 and 200),
  country       text        not null check (country ~ '^[A-Z]{2}$'),
  subdivision   text        not null check (subdivision ~ '^[A-Z0-9]{1,3}$'),
  component     text        not null check (component in ('GST', 'PST', 'QST', 'HST')),
  supplies      text        not null check (supplies in ('ANY', 'SERVICE', 'GOODS')),
  category      text        not null check
                  (length(category) <= 80 and category ~ '^([a-z0-9]+(-[a-z0-9]+)*)?$'),
  rate_ppm      bigint      not null check (rate_ppm between 0 and 1000000),
  share_ppm     bigint      not null check (share_ppm between 0 and 1000000),
  valid_from    date        not null,
  valid_to      date        check (valid_to > valid_from),
  source        text        not null check (length(source) between 1 and 500),
  recorded_from timestamptz not null,
  recorded_to   timestamptz check (recorded_to > recorded_from),
  primary key (tenant_id, id),
  constraint tax_rule_name unique (tenant_id, name),
  constraint tax_rule_no_overlap exclude using gist (
    tenant_id with =, country with =, subdivision with =, category with =,
    (case component when 'GST' then int4range(0, 1) when 'PST' then int4range(1, 2)
                    when 'QST' then int4range(2, 3) else int4range(0, 3) end) with &&,
    (case supplies when 'SERVICE' then int4range(0, 1) when 'GOODS' then int4range(1, 2)
                   else int4range(0, 2) end) with &&,
    daterange(valid_from, valid_to) with &&,
    tstzrange(recorded_from, recorded_to) with &&)
);
create index tax_rule_of_place on tax_rule (tenant_id, country, subdivision);
alter table tax_rule enable row level security, force row level security;
create policy own_tenant on tax_rule using (tenant_id = (select current_tenant()));
grant select on tax_rule to ${app_role};

--changeset mercat:tax-rules-are-superseded splitStatements:false
-- That something was known is never forgotten; only the end of it comes, once.
create function refuse_to_rewrite_tax_rules() returns trigger language plpgsql as $$
begin
  if old.recorded_to is not null or new.recorded_to is null
     or to_jsonb(new) - 'recorded_to' <> to_jsonb(old) - 'recorded_to' then
    raise exception 'a tax rule is superseded, and not changed'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger tax_rule_is_superseded before update on tax_rule
  for each row execute function refuse_to_rewrite_tax_rules();
create trigger tax_rule_stays before delete on tax_rule
  for each row execute function refuse_to_change_history();
create trigger tax_rule_is_never_emptied before truncate on tax_rule
  for each statement execute function refuse_to_change_history();

--changeset mercat:canadian-tax-rules splitStatements:false
-- What a tenant begins with: the taxes of the provinces and territories as they were known when the
-- product was made, each with its source. It counts as known from the beginning of time.
create function add_canadian_tax_rules(to_tenant uuid) returns void language plpgsql as $$
declare
  own text := current_setting('mercat.tenant', true);
begin
  perform set_config('mercat.tenant', to_tenant::text, true);
  insert into tax_rule (id, name, country, subdivision, component, supplies, category, rate_ppm,
                        share_ppm, valid_from, valid_to, source, recorded_from)
  select ('00000000-0000-7000-8000-' || lpad(r.number::text, 12, '0'))::uuid,
         lower(concat_ws('-', 'ca', r.province, r.component, r.valid_from)), 'CA', r.province,
         r.component, r.supplies, '', r.rate_ppm, 1000000, r.valid_from::date, r.valid_to::date,
         s.source, to_timestamp(0)
    from (values
      (1, 'AB', 'GST', 'ANY', 50000, '2008-01-01', null, 'cra'),
      (2, 'BC', 'HST', 'ANY', 120000, '2010-07-01', '2013-04-01', 'cra'),
      (3, 'BC', 'GST', 'ANY', 50000, '2013-04-01', null, 'cra'),
      (4, 'BC', 'PST', 'GOODS', 70000, '2013-04-01', null, 'all-rates-of-2026'),
      (5, 'MB', 'GST', 'ANY', 50000, '2013-07-01', null, 'cra'),
      (6, 'MB', 'PST', 'GOODS', 80000, '2013-07-01', '2019-07-01', 'manitoba-2013'),
      (7, 'MB', 'PST', 'GOODS', 70000, '2019-07-01', null, 'manitoba-2019'),
      (8, 'NB', 'HST', 'ANY', 130000, '2008-01-01', '2016-07-01', 'cra'),
      (9, 'NB', 'HST', 'ANY', 150000, '2016-07-01', null, 'hst-increases-of-2016'),
      (10, 'NL', 'HST', 'ANY', 130000, '2008-01-01', '2016-07-01', 'cra'),
      (11, 'NL', 'HST', 'ANY', 150000, '2016-07-01', null, 'hst-increases-of-2016'),
      (12, 'NS', 'HST', 'ANY', 130000, '2008-01-01', '2010-07-01', 'cra'),
      (13, 'NS', 'HST', 'ANY', 150000, '2010-07-01', '2025-04-01', 'cra'),
      (14, 'NS', 'HST', 'ANY', 140000, '2025-04-01', null, 'nova-scotia-2025'),
      (15, 'NT', 'GST', 'ANY', 50000, '2008-01-01', null, 'cra'),
      (16, 'NU', 'GST', 'ANY', 50000, '2008-01-01', null, 'cra'),
      (17, 'ON', 'HST', 'ANY', 130000, '2010-07-01', null, 'cra'),
      (18, 'PE', 'HST', 'ANY', 140000, '2013-04-01', '2016-10-01', 'cra'),
      (19, 'PE', 'HST', 'ANY', 150000, '2016-10-01', null, 'hst-increases-of-2016'),
      (20, 'QC', 'GST', 'ANY', 50000, '2013-01-01', null, 'cra'),
      (21, 'QC', 'QST', 'ANY', 99750, '2013-01-01', null, 'revenu-quebec'),
      (22, 'SK', 'GST', 'ANY', 50000, '2008-01-01', null, 'cra'),
      (23, 'SK', 'PST', 'GOODS', 50000, '2008-01-01', '2017-03-23', 'saskatchewan-2017'),
      (24, 'SK', 'PST', 'GOODS', 60000, '2017-03-23', null, 'saskatchewan-2017'),
      (25, 'YT', 'GST', 'ANY', 50000, '2008-01-01', null, 'cra')
    ) as r (number, province, component, supplies, rate_ppm, valid_from, valid_to, source)
    join (values
      ('cra', 'Canada Revenue Agency, GST/HST rates:'
        ' cra-arc.gc.ca/tx/bsnss/tpcs/gst-tps/rts-eng.html'),
      ('revenu-quebec', 'Revenu Québec, changes to the QST system in 2013:'
        ' revenuquebec.ca/en/entreprise/taxes/tvq_tps/modifications-regime-tvq.aspx'),
      ('hst-increases-of-2016', 'Avalara, Canada sales tax hikes 2016:'
        ' avalara.com/vatlive/en/vat-news/canada-sales-tax-hikes-2016.html'),
      ('nova-scotia-2025', 'Canada Gazette, SOR/2025-77:'
        ' gazette.gc.ca/rp-pr/p2/2025/2025-03-26/html/sor-dors77-eng.html'),
      ('manitoba-2013', 'VATlive, Manitoba increases provincial sales tax to 8%:'
        ' vatlive.com/vat-news/canada-manitoba-increases-provincial-sales-tax-vat-to-8'),
      ('manitoba-2019', 'Crowe Soberman, Manitoba tax rates:'
        ' crowe.com/ca/crowesoberman/insights/manitoba-tax-rates'),
      ('saskatchewan-2017', 'Ryan, Saskatchewan budget 2017:'
        ' ryan.com/canada/about-ryan/news-and-insights/2017/saskatchewan-budget-2017'),
      ('all-rates-of-2026', 'TaxTips, sales tax rates 2026:'
        ' taxtips.ca/salestaxes/sales-tax-rates-2026')
    ) as s (name, source) on s.name = r.source;
  perform set_config('mercat.tenant', coalesce(own, ''), true);
end $$;

--changeset mercat:tax-rules-of-every-tenant
select add_canadian_tax_rules(tenant_id) from tenant;

--changeset mercat:tax-rules-of-a-new-tenant splitStatements:false
-- Whoever opens a tenant: only its administrators may add rules themselves.
create function begin_with_canadian_tax_rules() returns trigger language plpgsql security definer
as $$
begin
  perform add_canadian_tax_rules(new.tenant_id);
  return null;
end $$;
create trigger tenant_begins_with_tax_rules after insert on tenant
  for each row execute function begin_with_canadian_tax_rules();
