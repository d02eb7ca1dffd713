package org.mercat.persistence.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface ReconciliationMapper {

  @Select("select day from reconciled_day where day >= #{day}")
  List<LocalDate> doneSince(LocalDate day);

  @Insert(
      """
      insert into reconciled_day (day, reconciled_at) values (#{day}, #{now})
      on conflict do nothing
      """)
  int done(LocalDate day, Instant now);

  /** Returns 0 when the same was found before. */
  @Insert(
      """
      insert into discrepancy
        (id, day, kind, reference, operation, booked_minor, booked_currency, at_gateway_minor,
         at_gateway_currency, found_at)
      values
        (#{id}, #{day}, #{kind}, #{reference}, #{operation}, #{bookedMinor}, #{bookedCurrency},
         #{atGatewayMinor}, #{atGatewayCurrency}, #{foundAt})
      on conflict do nothing
      """)
  int add(DiscrepancyRow discrepancy);

  @Select(
      """
      select id, day, kind, reference, operation, booked_minor, booked_currency, at_gateway_minor,
             at_gateway_currency, found_at
        from discrepancy
       where #{after}::uuid is null or id < #{after}
       order by id desc
       limit #{most}
      """)
  List<DiscrepancyRow> find(@Nullable UUID after, int most);
}
