package org.mercat.domain.fee;

import static java.math.RoundingMode.HALF_UP;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Zone;

/**
 * What a seller has sold in one currency in a month of its own calendar: what was released of the
 * price before tax and without tips, net of what had gone back when the month was closed. It is
 * closed once; a refund that comes later changes nothing of it (PAYMENTS 4).
 *
 * @param orders how many bookings have brought that
 */
public record VolumeMonth(
    VolumeMonthId id,
    ProviderId seller,
    YearMonth month,
    Money sales,
    long orders,
    Instant closedAt) {

  /** So long after its end a month is closed, when all that was released in it is written down. */
  public static final Duration GRACE = Duration.ofMinutes(5);

  public VolumeMonth {
    if (sales.isNegative() || orders < 0) {
      throw new IllegalArgumentException("sold " + sales + " in " + orders + " orders");
    }
  }

  /** The last month that is over and may be closed, by the calendar of a zone. */
  public static YearMonth lastOver(Zone zone, Instant now) {
    return YearMonth.from(zone.dayOf(now.minus(GRACE))).minusMonths(1);
  }

  /** When a month begins; where the first midnight is skipped, at the first moment of the day. */
  public static Instant beginOf(YearMonth month, Zone zone) {
    return zone.beginOf(month.atDay(1));
  }

  /** What an order has brought on average, rounded half up; nothing if there was none. */
  public Money averageOrder() {
    return orders == 0 ? sales : sales.fraction(1, orders, HALF_UP);
  }
}
