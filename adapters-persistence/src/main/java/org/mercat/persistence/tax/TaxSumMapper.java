package org.mercat.persistence.tax;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;

/** A payment is of the time of the one entry in the books that took its money. */
interface TaxSumMapper {

  String TAKEN =
      """
        from payment p
        join ledger_tx x on x.booking_id = p.booking_id and x.booking_created_at = p.created_at
                        and x.kind = 'CAPTURE'
      """;

  String SUMS =
      """
      select b.country, b.subdivision, t.component, t.rate_ppm, p.currency,
             sum(t.base_minor)::bigint as base_minor, sum(t.amount_minor)::bigint as charged_minor,
             sum(t.refunded_minor)::bigint as refunded_minor
      """
          + TAKEN
          + """
              join booking b on b.id = p.booking_id and b.created_at = p.created_at
              join payment_tax_line t on t.booking_id = p.booking_id and t.created_at = p.created_at
              left join jsonb_to_recordset(#{years}::jsonb)
                as y (country text, subdivision text, begins_at timestamptz, ends_at timestamptz)
                on y.country = b.country and y.subdivision = b.subdivision
             where x.at >= coalesce(y.begins_at, #{begin}::timestamptz)
               and x.at < coalesce(y.ends_at, #{end}::timestamptz)
            """;

  String GROUPED =
      """
         group by b.country, b.subdivision, t.component, t.rate_ppm, p.currency
         order by b.country, b.subdivision,
                  array_position(array['GST', 'PST', 'QST', 'HST'], t.component), t.rate_ppm
      """;

  @Select(SUMS + " and p.client_id = #{client}" + GROUPED)
  List<TaxSumRow> ofClient(UUID client, String years, String begin, String end);

  @Select(SUMS + " and p.provider_id = #{provider} and not t.on_customer_fee" + GROUPED)
  List<TaxSumRow> ofProvider(UUID provider, String years, String begin, String end);

  @Select(
      "select coalesce(sum(p.service_minor - p.refunded_service_minor), 0)::bigint"
          + TAKEN
          + """
             where p.provider_id = #{provider} and p.currency = 'CAD'
               and x.at >= #{from} and x.at < #{to}
            """)
  long sold(UUID provider, Instant from, Instant to);
}
