package org.mercat.persistence.booking;

import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Providers and what they offer, as far as booking reads them. */
interface ProviderMapper {

  @Select(
      """
      select l.id as listing_id, p.id as provider_id, p.owner_id,
             replace(lower(l.category), '_', '-') as category, p.payable,
             exists (select from collection_plan c
                      where c.provider_id = p.id and c.mode = 'OFFLINE') as paid_directly,
             p.tax_registration is not null as tax_registered, p.country, p.subdivision,
             p.time_zone,
             (select coalesce(jsonb_agg(
                       jsonb_build_object('day', h.day, 'from_minute', h.from_minute,
                                          'to_minute', h.to_minute)
                       order by h.day, h.from_minute), '[]')::text
                from weekly_hours h where h.provider_id = p.id) as hours,
             l.length_minutes, l.step_minutes, l.before_minutes, l.after_minutes,
             case when l.pricing in ('CUSTOM', 'QUOTE', 'CONTACT') then 'BY_AGREEMENT'
                  else l.pricing end as pricing,
             l.price_minor, l.currency, l.location
        from listing l
        join provider p on p.id = l.provider_id
       where l.id = #{listing} and l.state = 'ACTIVE'
         and p.verification = 'VERIFIED' and p.standing = 'ACTIVE'
      """)
  @Nullable ServiceOfferRow offer(UUID listing);

  @Select("select owner_id from provider where id = #{provider}")
  @Nullable UUID owner(UUID provider);

  @Select("select country, subdivision from provider where id = #{provider}")
  @Nullable PayerRow payer(UUID provider);
}
