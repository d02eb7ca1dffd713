package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.booking.port.SampleBookings.NOON;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.Bookings.Addition;
import org.mercat.application.booking.port.SampleBookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.Payment.Transition;

/**
 * Where the money of bookings is kept, for contracts of what is read of it; a booking is of 75.00,
 * 9.75 HST in Ontario and a tip of 5.00.
 */
public interface WithPayments {

  Bookings bookings();

  Payments payments();

  Ledger ledger();

  UnitOfWork unitOfWork();

  /** Parties that the adapter knows and nobody else uses; the provider is Canadian. */
  Parties parties();

  /** A booking so many days after the first, paid then. */
  @CanIgnoreReturnValue
  default Payment paid(Parties parties, int day, Instant at) {
    return paid(begun(parties, day, at), at);
  }

  private Payment paid(Payment started, Instant at) {
    var booking = started.charge().booking();
    var reference = new GatewayReference("pay_" + booking.value());
    return stored(started.captured(OperationKey.capture(booking), reference, at));
  }

  /** The same, of a booking with 4.75 on top and 0.62 HST on that. */
  @CanIgnoreReturnValue
  default Payment paidOnTop(Parties parties, int day, Instant at) {
    var noon = NOON.plus(Duration.ofDays(day));
    var booking = SampleBookings.placedOnTop(bookings().nextId(), parties, noon);
    return paid(begun(added(booking), parties, at), at);
  }

  /** A booking whose money the gateway has been asked for. */
  default Payment begun(Parties parties, int day, Instant at) {
    var noon = NOON.plus(Duration.ofDays(day));
    var booking = SampleBookings.placed(bookings().nextId(), parties, noon);
    return begun(added(booking), parties, at);
  }

  private Payment begun(BookingId booking, Parties parties, Instant at) {
    var charge = charge(booking, parties);
    return in(
        () -> {
          payments().add(Payment.start(charge, at));
          return payments().find(charge.booking()).orElseThrow();
        });
  }

  /** The payment after the transition, which must have been possible. */
  @CanIgnoreReturnValue
  default Payment stored(Transition transition) {
    var done = (Transition.Done) transition;
    return in(
        () -> {
          payments().update(done.payment());
          done.entries().forEach(ledger()::post);
          return payments().find(done.payment().charge().booking()).orElseThrow();
        });
  }

  default <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }

  private BookingId added(Booking booking) {
    assertThat(in(() -> bookings().add(booking))).isEqualTo(Addition.ADDED);
    return booking.id();
  }

  private Charge charge(BookingId booking, Parties parties) {
    var price = in(() -> bookings().find(booking)).orElseThrow().terms().price();
    return new Charge(
        booking,
        parties.client(),
        parties.provider(),
        price.service(),
        price.taxes(),
        price.tip(),
        price.customerFee());
  }
}
