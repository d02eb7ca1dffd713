package org.mercat.persistence.review;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** No statement names the tenant: column defaults and row-level security add it. */
interface ReviewMapper {

  String SELECT =
      """
      select id, booking_id, listing_id, provider_id, author_id, direction, rating, title, comment,
             status, at
        from review
      """;

  String PUBLIC_PAGE =
      """
         and direction = 'CLIENT_TO_PROVIDER' and status = 'PUBLISHED'
         and id < coalesce(#{after}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
       order by id desc
       limit #{most}
      """;

  @Insert(
      """
      insert into review (id, booking_id, listing_id, provider_id, author_id, direction, rating,
                          title, comment, status, at)
      values (#{id}, #{bookingId}, #{listingId}, #{providerId}, #{authorId}, #{direction},
              #{rating}, #{title}, #{comment}, #{status}, #{at})
      on conflict on constraint review_once do nothing
      """)
  int insert(ReviewRow review);

  @Select(SELECT + " where id = #{id}")
  @Nullable ReviewRow find(UUID id);

  @Select(SELECT + " where listing_id = #{listing}\n" + PUBLIC_PAGE)
  List<ReviewRow> publicOfListing(UUID listing, @Nullable UUID after, int most);

  @Select(SELECT + " where provider_id = #{provider}\n" + PUBLIC_PAGE)
  List<ReviewRow> publicOfProvider(UUID provider, @Nullable UUID after, int most);
}
