package org.mercat.application.booking.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.booking.port.Bookings.Addition.ADDED;
import static org.mercat.application.booking.port.Bookings.Addition.SLOT_TAKEN;
import static org.mercat.application.booking.port.SampleBookings.A_WEEK_BEFORE;
import static org.mercat.application.booking.port.SampleBookings.FEE;
import static org.mercat.application.booking.port.SampleBookings.NOON;
import static org.mercat.application.booking.port.SampleBookings.beingPaid;
import static org.mercat.application.booking.port.SampleBookings.done;
import static org.mercat.application.booking.port.SampleBookings.placed;
import static org.mercat.application.booking.port.SampleBookings.placedOnTop;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.Bookings.Addition;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.Lifecycle.CancelledBy;

/** What every adapter of {@link Bookings} promises. */
public interface BookingsContract {

  Bookings bookings();

  UnitOfWork unitOfWork();

  /** Parties that the adapter knows and nobody else uses. */
  Parties parties();

  /** Other parties under the same provider. */
  Parties sameProvider(Parties parties);

  @Test
  default void finds_what_was_added() {
    var booking = placed(bookings().nextId(), parties(), NOON);

    assertThat(add(booking)).isEqualTo(ADDED);

    assertThat(find(booking.id())).contains(booking);
  }

  @Test
  default void keeps_what_the_client_pays_on_top() {
    var booking = placedOnTop(bookings().nextId(), parties(), NOON);

    assertThat(add(booking)).isEqualTo(ADDED);

    assertThat(find(booking.id())).contains(booking);
  }

  @Test
  default void finds_nothing_under_an_unknown_id() {
    assertThat(find(bookings().nextId())).isEmpty();
  }

  @Test
  default void refuses_an_overlap_with_what_the_provider_has_claimed() {
    var parties = parties();
    assertThat(add(placed(bookings().nextId(), parties, NOON))).isEqualTo(ADDED);

    var overlapping =
        placed(bookings().nextId(), sameProvider(parties), NOON.plus(Duration.ofMinutes(45)));

    assertThat(add(overlapping)).isEqualTo(SLOT_TAKEN);
    assertThat(find(overlapping.id())).isEmpty();
  }

  @Test
  default void the_time_after_a_booking_is_kept_free_and_no_more() {
    var parties = parties();
    assertThat(add(placed(bookings().nextId(), parties, NOON))).isEqualTo(ADDED);

    assertThat(add(placed(bookings().nextId(), parties, NOON.plus(Duration.ofMinutes(60)))))
        .isEqualTo(SLOT_TAKEN);
    assertThat(add(placed(bookings().nextId(), parties, NOON.plus(Duration.ofMinutes(90)))))
        .isEqualTo(ADDED);
  }

  @Test
  default void other_providers_have_time_of_their_own() {
    assertThat(add(placed(bookings().nextId(), parties(), NOON))).isEqualTo(ADDED);

    assertThat(add(placed(bookings().nextId(), parties(), NOON))).isEqualTo(ADDED);
  }

  @Test
  default void a_confirmed_booking_keeps_its_time() {
    var parties = parties();
    var first = added(placed(bookings().nextId(), parties, NOON));

    update(done(first.confirm(FEE, A_WEEK_BEFORE)));

    assertThat(add(placed(bookings().nextId(), parties, NOON))).isEqualTo(SLOT_TAKEN);
  }

  @Test
  default void a_cancelled_booking_frees_its_time() {
    var parties = parties();
    var first = added(placed(bookings().nextId(), parties, NOON));

    update(done(first.cancel(CancelledBy.CLIENT, "ill", A_WEEK_BEFORE)));

    assertThat(add(placed(bookings().nextId(), parties, NOON))).isEqualTo(ADDED);
  }

  @Test
  default void every_state_is_kept_as_it_is() {
    var booking = added(placed(bookings().nextId(), parties(), NOON));

    booking = updated(done(booking.pay("sbx_ok", A_WEEK_BEFORE)));
    booking = updated(done(booking.paymentWaits(A_WEEK_BEFORE)));
    booking = updated(done(booking.confirm(FEE, A_WEEK_BEFORE)));
    booking = updated(done(booking.start(A_WEEK_BEFORE)));
    booking = updated(done(booking.deliver(A_WEEK_BEFORE)));
    booking = updated(done(booking.complete(A_WEEK_BEFORE)));

    assertThat(booking.version()).isEqualTo(6);
    assertThat(booking.fee()).contains(FEE);
  }

  @Test
  default void update_refuses_a_stale_version() {
    var booking = added(placed(bookings().nextId(), parties(), NOON));
    update(done(booking.confirm(FEE, A_WEEK_BEFORE)));

    var stale = done(booking.cancel(CancelledBy.CLIENT, "ill", A_WEEK_BEFORE));

    assertThatThrownBy(() -> update(stale)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void overdue_are_holds_that_have_ended_and_are_not_being_paid() {
    var unpaid = added(placed(bookings().nextId(), parties(), NOON));
    var paying = added(beingPaid(bookings().nextId(), parties(), NOON));
    var until = A_WEEK_BEFORE.plus(Booking.HOLD);

    assertThat(in(() -> bookings().overdue(until.minusMillis(1), 1_000)))
        .doesNotContain(unpaid.id());
    assertThat(in(() -> bookings().overdue(until, 1_000)))
        .contains(unpaid.id())
        .doesNotContain(paying.id());
  }

  @Test
  default void overdue_is_delivered_work_that_nobody_has_objected_to() {
    var booking = added(placed(bookings().nextId(), parties(), NOON));
    update(done(booking.confirm(FEE, A_WEEK_BEFORE)));
    var confirmed = find(booking.id()).orElseThrow();
    update(done(confirmed.deliver(A_WEEK_BEFORE)));
    var silent = A_WEEK_BEFORE.plus(Booking.CONFIRMED_AFTER);

    assertThat(in(() -> bookings().overdue(silent.minusMillis(1), 1_000)))
        .doesNotContain(booking.id());
    assertThat(in(() -> bookings().overdue(silent, 1_000))).contains(booking.id());
  }

  @RepeatedTest(20)
  default void of_simultaneous_bookings_of_one_time_exactly_one_wins() throws Exception {
    var parties = parties();
    var start = new CyclicBarrier(4);
    Callable<Addition> request =
        () -> {
          start.await();
          return add(placed(bookings().nextId(), parties, NOON));
        };

    try (var executor = Executors.newFixedThreadPool(4)) {
      var additions =
          executor.invokeAll(Collections.nCopies(4, request)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(additions).hasSize(4).containsOnlyOnce(ADDED);
    }
  }

  private Booking added(Booking booking) {
    assertThat(add(booking)).isEqualTo(ADDED);
    return booking;
  }

  private Booking updated(Booking booking) {
    update(booking);
    var stored = find(booking.id()).orElseThrow();
    assertThat(stored.lifecycle()).isEqualTo(booking.lifecycle());
    assertThat(stored.terms()).isEqualTo(booking.terms());
    return stored;
  }

  private Addition add(Booking booking) {
    return in(() -> bookings().add(booking));
  }

  private Optional<Booking> find(BookingId id) {
    return in(() -> bookings().find(id));
  }

  private void update(Booking booking) {
    in(
        () -> {
          bookings().update(booking);
          return booking;
        });
  }

  @CanIgnoreReturnValue
  private <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }
}
