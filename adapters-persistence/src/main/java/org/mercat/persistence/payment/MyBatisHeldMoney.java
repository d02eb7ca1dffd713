package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.HeldMoney;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.HeldFunds;
import org.mercat.domain.payment.HeldFunds.Alarm;
import org.mercat.persistence.shared.JsonRows;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisHeldMoney implements HeldMoney {

  /** For how many days money may be held for somebody in that country. */
  private record Allowed(String country, int days) {}

  private static final String ALLOWED =
      JsonRows.of(
          HeldFunds.DAYS.entrySet().stream()
              .map(each -> new Allowed(each.getKey(), each.getValue()))
              .toList());

  private final Sessions sessions;

  public MyBatisHeldMoney(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Page<HeldFunds> find(Optional<Instant> deadlineBefore, PageRequest page) {
    var rows =
        mapper()
            .find(
                ALLOWED,
                HeldFunds.DAYS_ELSEWHERE,
                deadlineBefore.orElse(null),
                page.after().orElse(null),
                page.limit() + 1);
    var found = rows.stream().map(HeldFundsRow::toDomain).toList();
    return Page.of(found, page, held -> held.booking().value());
  }

  @Override
  public List<HeldFunds> unheard(Instant now, int most) {
    return mapper()
        .unheard(ALLOWED, HeldFunds.DAYS_ELSEWHERE, now, now.plus(HeldFunds.NOTICE), most)
        .stream()
        .map(HeldFundsRow::toDomain)
        .toList();
  }

  @Override
  public boolean raise(BookingId booking, Alarm alarm, Instant now) {
    return mapper().raise(booking.value(), alarm, now) == 1;
  }

  private HeldMoneyMapper mapper() {
    return sessions.mapper(HeldMoneyMapper.class);
  }
}
