package org.mercat.persistence.catalog;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface ListingMapper {

  String LISTING =
      """
      select l.id, l.provider_id, l.slug, l.title, l.description, l.category, l.lat, l.lon,
             l.pricing, l.price_minor, l.currency, l.length_minutes, l.step_minutes,
             l.before_minutes, l.after_minutes, l.location, l.payment_flow, l.state, l.state_at,
             l.created_at, l.version
        from listing l\s""";

  /** No row inserted means that the slug is taken. */
  @Insert(
      """
      insert into listing (id, provider_id, slug, title, description, category, lat, lon, pricing,
                           price_minor, currency, length_minutes, step_minutes, before_minutes,
                           after_minutes, location, payment_flow, state, state_at, created_at,
                           version, words)
      values (#{row.id}, #{row.providerId}, #{row.slug}, #{row.title}, #{row.description},
              #{row.category}, #{row.lat}, #{row.lon}, #{row.pricing}, #{row.priceMinor},
              #{row.currency}, #{row.lengthMinutes}, #{row.stepMinutes}, #{row.beforeMinutes},
              #{row.afterMinutes}, #{row.location}, #{row.paymentFlow}, #{row.state},
              #{row.stateAt}, #{row.createdAt}, #{row.version}, to_tsvector('simple', #{words}))
      on conflict (tenant_id, slug) where state <> 'ARCHIVED' do nothing
      """)
  int insert(ListingRow row, String words);

  @Update(
      """
      update listing
         set title = #{row.title}, description = #{row.description}, category = #{row.category},
             lat = #{row.lat}, lon = #{row.lon}, pricing = #{row.pricing},
             price_minor = #{row.priceMinor}, currency = #{row.currency},
             length_minutes = #{row.lengthMinutes}, step_minutes = #{row.stepMinutes},
             before_minutes = #{row.beforeMinutes}, after_minutes = #{row.afterMinutes},
             location = #{row.location}, payment_flow = #{row.paymentFlow},
             state = #{row.state}, state_at = #{row.stateAt}, version = version + 1,
             words = to_tsvector('simple', #{words})
       where id = #{row.id} and version = #{row.version}
      """)
  int update(ListingRow row, String words);

  @Select(LISTING + "where l.id = #{id} and l.state <> 'ARCHIVED'")
  @Nullable ListingRow find(UUID id);

  @Select(LISTING + "where l.slug = #{slug} and l.state <> 'ARCHIVED'")
  @Nullable ListingRow findBySlug(String slug);

  /** The function search_listings says which ones, newest first. */
  @Select(
      LISTING
          + """
            join search_listings(#{words}::text, #{category}::text, #{providerId}::uuid,
                                 #{centreLat}::float8, #{centreLon}::float8,
                                 #{radiusMetres}::int, #{beforeId}::uuid, #{most}) found (id)
              on found.id = l.id
           order by l.id desc
          """)
  List<ListingRow> search(SearchRow criteria);
}
