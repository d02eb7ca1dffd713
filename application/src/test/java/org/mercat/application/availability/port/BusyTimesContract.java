package org.mercat.application.availability.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.TimeSlot;

/** What every adapter of {@link BusyTimes} promises. */
public interface BusyTimesContract {

  Instant NOON = Instant.parse("2030-01-07T12:00:00Z");

  BusyTimes busyTimes();

  UnitOfWork unitOfWork();

  /** A provider who may be booked. */
  ProviderId provider();

  /** The provider's time is taken; called within a unit of work. */
  void given(ProviderId provider, TimeSlot during);

  @Test
  default void finds_what_is_taken_in_order() {
    var provider = provider();
    taken(provider, hour(3));
    taken(provider, hour(1));

    assertThat(within(provider, new TimeSlot(NOON, NOON.plus(Duration.ofDays(1)))))
        .containsExactly(hour(1), hour(3));
  }

  @Test
  default void finds_only_what_overlaps_the_range() {
    var provider = provider();
    taken(provider, hour(1));
    taken(provider, hour(2));
    taken(provider, hour(3));

    var half = Duration.ofMinutes(30);
    assertThat(within(provider, hour(2))).containsExactly(hour(2));
    assertThat(within(provider, new TimeSlot(hour(1).from().plus(half), hour(2).to().minus(half))))
        .containsExactly(hour(1), hour(2));
  }

  @Test
  default void the_time_of_another_provider_is_its_own() {
    var provider = provider();
    taken(provider(), hour(1));

    assertThat(within(provider, hour(1))).isEmpty();
  }

  private static TimeSlot hour(int afterNoon) {
    return TimeSlot.of(NOON.plus(Duration.ofHours(afterNoon)), Duration.ofHours(1));
  }

  private void taken(ProviderId provider, TimeSlot during) {
    var done =
        unitOfWork()
            .run(
                () -> {
                  given(provider, during);
                  return during;
                });
    assertThat(done).isEqualTo(during);
  }

  private List<TimeSlot> within(ProviderId provider, TimeSlot range) {
    return unitOfWork().run(() -> busyTimes().within(provider, range));
  }
}
