package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.HeldFunds;
import org.mercat.domain.payment.HeldFunds.Alarm;

/**
 * Driven port: all money that is held, with the alarms that were raised about it. Every adapter
 * must pass {@code HeldMoneyContract}.
 */
public interface HeldMoney {

  /**
   * What is held, the newest booking first.
   *
   * @param deadlineBefore only what may not be held until then
   */
  Page<HeldFunds> find(Optional<Instant> deadlineBefore, PageRequest page);

  /**
   * What there is an alarm about now that has not been raised, the earliest deadline first.
   *
   * @param most how many at the most
   */
  List<HeldFunds> unheard(Instant now, int most);

  /** Notes that the alarm is raised; whether it was not before: of all who come, one is told so. */
  boolean raise(BookingId booking, Alarm alarm, Instant now);
}
