--liquibase formatted sql

--changeset mercat:listing
-- words and the place serve the search alone: what the title and the description say, and where the
-- service is done, which is at its provider's unless the listing has a place of its own.
create table listing (
  tenant_id      uuid        not null default current_tenant(),
  id             uuid        not null,
  provider_id    uuid        not null,
  slug           text        not null check
                   (length(slug) <= 80 and slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title          text        not null check (length(title) between 1 and 120),
  description    text        not null check (length(description) between 1 and 5000),
  category       text        not null check (category in
                   ('GROOMING', 'TRAINING', 'BOARDING', 'VET', 'TRANSPORT', 'PHOTOGRAPHY',
                    'STUD_SERVICE', 'OTHER')),
  lat            float8      check (lat between -90 and 90),
  lon            float8      check (lon between -180 and 180),
  pricing        text        not null check
                   (pricing in ('FIXED', 'HOURLY', 'DAILY', 'CUSTOM', 'QUOTE', 'CONTACT')),
  price_minor    bigint      not null,
  currency       text        not null check (currency ~ '^[A-Z]{3}$'),
  length_minutes int         not null check (length_minutes between 5 and 1440),
  step_minutes   int         not null check (step_minutes between 5 and 1440),
  before_minutes int         not null check (before_minutes between 0 and 1440),
  after_minutes  int         not null check (after_minutes between 0 and 1440),
  location       text        not null check (location in ('ON_SITE', 'REMOTE', 'BOTH')),
  payment_flow   text        not null check (payment_flow in ('CAPTURE_HOLD')),
  state          text        not null check (state in ('DRAFT', 'ACTIVE', 'PAUSED', 'ARCHIVED')),
  state_at       timestamptz not null,
  created_at     timestamptz not null,
  version        bigint      not null check (version >= 0),
  words          tsvector    not null,
  place_lat      float8      check (place_lat between -90 and 90),
  place_lon      float8      check (place_lon between -180 and 180),
  primary key (tenant_id, id),
  foreign key (tenant_id, provider_id) references provider,
  check ((lat is null) = (lon is null)),
  check ((place_lat is null) = (place_lon is null)),
  check (price_minor > 0 or price_minor = 0 and pricing in ('CUSTOM', 'QUOTE', 'CONTACT'))
);
create unique index listing_slug on listing (tenant_id, slug) where state <> 'ARCHIVED';
create index listing_of_provider on listing (tenant_id, provider_id, id);
create index listing_of_category on listing (tenant_id, category, id) where state = 'ACTIVE';
create index listing_words on listing using gin (words) where state = 'ACTIVE';
create index listing_place on listing (tenant_id, place_lat, place_lon) where state = 'ACTIVE';
alter table listing enable row level security, force row level security;
create policy own_tenant on listing using (tenant_id = (select current_tenant()));
grant select, insert, update on listing to ${app_role};

--changeset mercat:listing-place splitStatements:false
-- A provider that moves waits for the listings that look where it is, and they for it.
create function take_place_of_provider() returns trigger language plpgsql as $$
begin
  if new.lat is null then
    select lat, lon into new.place_lat, new.place_lon
      from provider where tenant_id = new.tenant_id and id = new.provider_id for share;
  else
    new.place_lat := new.lat;
    new.place_lon := new.lon;
  end if;
  return new;
end $$;
create trigger listing_takes_place before insert or update of lat, lon on listing
  for each row execute function take_place_of_provider();

create function move_listings_with_provider() returns trigger language plpgsql as $$
begin
  update listing set place_lat = new.lat, place_lon = new.lon
   where tenant_id = new.tenant_id and provider_id = new.id and lat is null;
  return null;
end $$;
create trigger provider_moves_listings after update of lat, lon on provider
  for each row when (old.lat is distinct from new.lat or old.lon is distinct from new.lon)
  execute function move_listings_with_provider();

--changeset mercat:search-listings splitStatements:false
-- Row-level security keeps an operator that is not leakproof, as @@ is, from using an index. So the
-- search sees every row, through policies for the owner alone, and says itself whose it wants.
create policy search on provider for select to current_user using (true);
create policy search on listing for select to current_user using (true);

-- The ids of the listings that everybody may see and that meet every criterion that is not null,
-- newest first. The strip and the box around the circle find the candidates; the distance decides.
create function search_listings(
    asked text, in_category text, of_provider uuid,
    centre_lat float8, centre_lon float8, radius_metres int, before_id uuid, most int)
  returns setof uuid stable security definer rows 20 language plpgsql
  set search_path from current
  set plan_cache_mode = force_custom_plan
as $$
declare
  earth constant float8 := 6371008.8;
  tenant constant uuid := current_tenant();
  reach float8 := degrees((radius_metres + 1) / earth);
  width float8 := 360;
  west float8 := -180;
  east float8 := 180;
begin
  if abs(centre_lat) + reach < 90 then
    width := asind(sind(reach) / cosd(centre_lat));
  end if;
  if abs(centre_lon) + width < 180 then
    west := centre_lon - width;
    east := centre_lon + width;
  end if;
  return query
    select l.id
      from listing l
      join provider p on p.tenant_id = l.tenant_id and p.id = l.provider_id
     where l.tenant_id = tenant
       and l.state = 'ACTIVE' and p.verification = 'VERIFIED' and p.standing = 'ACTIVE'
       and (asked is null or l.words @@ plainto_tsquery('simple', asked))
       and (in_category is null or l.category = in_category)
       and (of_provider is null or l.provider_id = of_provider)
       and (before_id is null or l.id < before_id)
       and (radius_metres is null
            or l.place_lat between centre_lat - reach and centre_lat + reach
               and l.place_lon between west and east
               and round(2 * earth * asin(sqrt(least(1,
                     sind((l.place_lat - centre_lat) / 2) ^ 2
                     + cosd(centre_lat) * cosd(l.place_lat)
                       * sind((l.place_lon - centre_lon) / 2) ^ 2)))) <= radius_metres)
     order by l.id desc
     limit most;
end $$;

--changeset mercat:search-listings-grant
revoke execute on function
  search_listings(text, text, uuid, float8, float8, int, uuid, int) from public;
grant execute on function
  search_listings(text, text, uuid, float8, float8, int, uuid, int) to ${app_role};
