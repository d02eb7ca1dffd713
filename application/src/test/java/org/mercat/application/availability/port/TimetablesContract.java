package org.mercat.application.availability.port;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.availability.port.Timetables.Timetable;
import org.mercat.application.provider.port.WithProviders;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.availability.Hours;
import org.mercat.domain.availability.WeeklyHours;
import org.mercat.domain.provider.ProviderId;

/** What every adapter of {@link Timetables} promises. */
public interface TimetablesContract extends WithProviders {

  LocalTime NINE = LocalTime.of(9, 0);
  LocalTime NOON = LocalTime.NOON;
  WeeklyHours WEEK =
      new WeeklyHours(
          List.of(
              new Hours(MONDAY, NINE, NOON),
              new Hours(MONDAY, NOON, LocalTime.of(17, 30)),
              new Hours(SUNDAY, LocalTime.of(0, 30), LocalTime.MIDNIGHT)));

  Timetables timetables();

  @Test
  default void finds_the_week_that_was_added() {
    var provider = provider();

    var added = add(provider, WEEK);

    assertThat(added).isEqualTo(new Timetable(provider, WEEK, 0));
    assertThat(find(provider)).contains(added);
  }

  @Test
  default void finds_nothing_before_the_provider_has_said_when_it_works() {
    assertThat(find(provider())).isEmpty();
  }

  @Test
  default void a_provider_has_one_week() {
    var provider = provider();
    assertThat(add(provider, WEEK).version()).isZero();

    assertThatThrownBy(() -> add(provider, WeeklyHours.NONE))
        .isInstanceOf(ConcurrencyConflict.class);

    assertThat(find(provider)).map(Timetable::hours).contains(WEEK);
  }

  @Test
  default void another_week_takes_the_place_of_the_whole_one() {
    var provider = provider();
    var first = add(provider, WEEK);
    var friday = new WeeklyHours(List.of(new Hours(FRIDAY, NINE, NOON)));

    var second = replace(first, friday);

    assertThat(second).isEqualTo(new Timetable(provider, friday, 1));
    assertThat(find(provider)).contains(second);
  }

  @Test
  default void a_week_may_have_no_hours_at_all() {
    var provider = provider();

    var none = replace(add(provider, WEEK), WeeklyHours.NONE);

    assertThat(find(provider)).contains(none);
    assertThat(none.hours()).isEqualTo(WeeklyHours.NONE);
  }

  @Test
  default void a_stale_week_is_not_replaced() {
    var first = add(provider(), WEEK);
    assertThat(replace(first, WeeklyHours.NONE).version()).isEqualTo(1);

    assertThatThrownBy(() -> replace(first, WEEK)).isInstanceOf(ConcurrencyConflict.class);

    assertThat(find(first.provider())).map(Timetable::hours).contains(WeeklyHours.NONE);
  }

  private ProviderId provider() {
    return registered().id();
  }

  private Timetable add(ProviderId provider, WeeklyHours hours) {
    return unitOfWork().run(() -> timetables().add(provider, hours));
  }

  private Timetable replace(Timetable timetable, WeeklyHours hours) {
    return unitOfWork().run(() -> timetables().replace(timetable, hours));
  }

  private Optional<Timetable> find(ProviderId provider) {
    return unitOfWork().run(() -> timetables().find(provider));
  }
}
