package org.mercat.persistence.booking;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;

/** Bookings with what people want to see beside them: one statement, for a whole page too. */
interface BookingViewMapper extends BookingMapper {

  String VIEW =
      "select "
          + COLUMNS
          + """
          , p.owner_id, coalesce(m.state, 'NONE') as money,
            coalesce(m.refunded_service_minor, 0) as refunded_service_minor,
            coalesce(m.refunded_service_minor + m.refunded_tip_minor
              + m.refunded_customer_fee_minor
              + (select coalesce(sum(l.refunded_minor), 0)::bigint from payment_tax_line l
                  where l.booking_id = b.id and l.created_at = b.created_at), 0)
              as refunded_minor,
            coalesce(m.owed_service_minor, 0) as owed_service_minor,
            coalesce(m.owed_service_minor + m.owed_tip_minor + m.owed_customer_fee_minor
              + (select coalesce(sum(l.owed_minor), 0)::bigint from payment_tax_line l
                  where l.booking_id = b.id and l.created_at = b.created_at), 0)
              as owed_minor,
            coalesce(m.refunded_customer_fee_minor + m.owed_customer_fee_minor
              + (select coalesce(sum(l.refunded_minor + l.owed_minor), 0)::bigint
                   from payment_tax_line l
                  where l.booking_id = b.id and l.created_at = b.created_at
                    and l.on_customer_fee), 0)
              as on_top_back_minor,
            coalesce(m.outcome_unknown, false) as outcome_unknown,
            (select jsonb_agg(jsonb_build_object(
                      'phase', s.phase,
                      'at_micros', (extract(epoch from s.at) * 1000000)::bigint)
                    order by s.version)::text
               from booking_step s
              where s.booking_id = b.id and s.created_at = b.created_at) as steps
            from booking b
            join provider p on p.id = b.provider_id
            left join payment m on m.booking_id = b.id and m.created_at = b.created_at
          """;

  String OF_PAGE =
      "where (b.id, b.created_at) in (select id, created_at from page) order by b.id desc";

  @Arg(name = "id", column = "id", javaType = UUID.class, id = true)
  @Arg(name = "booking", javaType = BookingRow.class, resultMap = "booking")
  @Arg(name = "ownerId", column = "owner_id", javaType = UUID.class)
  @Arg(name = "money", column = "money", javaType = Whereabouts.class)
  @Arg(name = "refundedServiceMinor", column = "refunded_service_minor", javaType = long.class)
  @Arg(name = "refundedMinor", column = "refunded_minor", javaType = long.class)
  @Arg(name = "owedServiceMinor", column = "owed_service_minor", javaType = long.class)
  @Arg(name = "owedMinor", column = "owed_minor", javaType = long.class)
  @Arg(name = "onTopBackMinor", column = "on_top_back_minor", javaType = long.class)
  @Arg(name = "outcomeUnknown", column = "outcome_unknown", javaType = boolean.class)
  @Arg(name = "steps", column = "steps", javaType = String.class)
  @Results(id = "view")
  @Select(VIEW + "where b.id = #{id} and b.created_at = uuid_time(#{id})")
  @Nullable BookingViewRow view(UUID id);

  /** Of each phase at most a page is looked at, the newest first, by the indexes of the parties. */
  @ResultMap("view")
  @Select(
      """
      with wanted as (select unnest(string_to_array(#{phases}, ',')) as state),
      page as (
        select id, created_at
          from (select x.id, x.created_at
                  from wanted w
                 cross join lateral (
                   select id, created_at from booking
                    where client_id = #{party} and state = w.state
                      and (created_at, id) < (uuid_time(#{before}), #{before})
                    order by created_at desc, id desc
                    limit #{most}) x
                union
                select x.id, x.created_at
                  from wanted w
                 cross join provider o
                 cross join lateral (
                   select id, created_at from booking
                    where provider_id = o.id and state = w.state
                      and (created_at, id) < (uuid_time(#{before}), #{before})
                    order by created_at desc, id desc
                    limit #{most}) x
                 where o.owner_id = #{party}) candidates
         order by created_at desc, id desc
         limit #{most})
      """
          + VIEW
          + OF_PAGE)
  List<BookingViewRow> viewsOfParty(UUID party, String phases, UUID before, int most);

  @ResultMap("view")
  @Select(
      """
      with page as (
        select id, created_at from booking
         where state = any (string_to_array(#{phases}, ',')) and id < #{before}
         order by id desc
         limit #{most})
      """
          + VIEW
          + OF_PAGE)
  List<BookingViewRow> views(String phases, UUID before, int most);
}
