package org.mercat.domain.booking;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;

/**
 * How much of the service a client gets back, by how long before the start the booking is
 * cancelled. The tip always goes back whole, and tax follows the service (FEATURES 6).
 *
 * @param steps the longest notice first; with less notice than the last one nothing goes back
 */
public record CancellationPolicy(String name, List<Step> steps) {

  /** From this much notice on (inclusive), this share of the service is refunded. */
  public record Step(Duration notice, Rate refund) {}

  public static final CancellationPolicy MODERATE =
      new CancellationPolicy(
          "moderate",
          List.of(
              new Step(Duration.ofHours(48), Rate.percent(100)),
              new Step(Duration.ofHours(24), Rate.percent(50))));

  public CancellationPolicy {
    steps = List.copyOf(steps);
  }

  /** The policy of that name. */
  public static CancellationPolicy named(String name) {
    if (MODERATE.name.equals(name)) {
      return MODERATE;
    }
    throw new IllegalArgumentException("no such cancellation policy: " + name);
  }

  /** What goes back of the service when it is cancelled now. */
  public Money refund(Money service, Instant start, Instant now) {
    var notice = Duration.between(now, start);
    return steps.stream()
        .filter(step -> notice.compareTo(step.notice()) >= 0)
        .findFirst()
        .map(step -> service.times(step.refund(), RoundingMode.HALF_UP))
        .orElse(Money.zero(service.currency()));
  }
}
