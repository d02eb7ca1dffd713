package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.booking.port.SampleBookings.FEE;
import static org.mercat.application.booking.port.SampleBookings.done;
import static org.mercat.application.payment.port.SamplePayments.NOW;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.Lifecycle.CancelledBy;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.DirectBooking;
import org.mercat.domain.payment.DirectBooking.Stage;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceDue;
import org.mercat.domain.payment.InvoiceNumber.Series;
import org.mercat.domain.payment.InvoicePayment;
import org.mercat.domain.payment.Receipt;
import org.mercat.domain.payment.Receipt.Means;

/** What every adapter of {@link DirectBookings} promises. */
public interface DirectBookingsContract {

  int MANY = 1_000;
  InvoiceDue DUE = InvoiceDue.at(NOW, Optional.of("Cash, please."));

  DirectBookings directBookings();

  Bookings bookings();

  Invoices invoices();

  UnitOfWork unitOfWork();

  /** A booking on hold that is stored already. */
  Booking placed();

  @Test
  default void finds_what_was_agreed_on() {
    var booking = agreed();

    var price = booking.terms().price();
    assertThat(find(booking.id()))
        .contains(new DirectBooking(charge(booking), Stage.AGREED, FEE, DUE));
    assertThat(find(booking.id()).orElseThrow().charge().total()).isEqualTo(price.total());
  }

  @Test
  default void finds_nothing_of_other_bookings() {
    assertThat(find(placed().id())).isEmpty();
    var onHold = placed();
    add(onHold.id());
    assertThat(find(onHold.id())).isEmpty();
  }

  @Test
  default void an_agreed_booking_waits_for_its_invoice() {
    var booking = agreed();
    assertThat(waiting()).contains(booking.id());

    var _ = billed(booking);

    assertThat(waiting()).doesNotContain(booking.id());
  }

  @Test
  default void work_that_is_done_and_paid_for_waits_for_its_fee() {
    var booking = agreed();
    var invoice = billed(booking);
    var delivered = stored(done(booking.deliver(NOW)));
    var _ = stored(done(delivered.complete(NOW)));
    assertThat(find(booking.id())).map(DirectBooking::stage).contains(Stage.DONE);
    assertThat(waiting()).doesNotContain(booking.id());

    pay(invoice, booking.terms().client());
    assertThat(waiting()).contains(booking.id());

    run(() -> directBookings().settle(booking.id()));
    assertThat(waiting()).doesNotContain(booking.id());
    assertThat(find(booking.id())).isPresent();
  }

  @Test
  default void what_is_called_off_waits_until_it_is_settled() {
    var booking = agreed();
    var _ = billed(booking);
    var _ = stored(done(booking.cancel(CancelledBy.CLIENT, "Rain.", NOW)));

    assertThat(find(booking.id())).map(DirectBooking::stage).contains(Stage.OFF);
    assertThat(waiting()).contains(booking.id());
    run(() -> directBookings().settle(booking.id()));
    assertThat(waiting()).doesNotContain(booking.id());
  }

  private Booking agreed() {
    var booking = placed();
    add(booking.id());
    return stored(done(booking.confirm(FEE, NOW)));
  }

  private void add(BookingId booking) {
    run(() -> directBookings().add(booking, DUE));
  }

  private Invoice billed(Booking booking) {
    return unitOfWork()
        .run(
            () -> {
              var charge = charge(booking);
              var number = invoices().nextNumber(charge.provider(), Series.INVOICE, 2030);
              var invoice = SampleInvoices.sent(invoices().nextId(), number, charge);
              invoices().add(invoice);
              return invoice;
            });
  }

  private void pay(Invoice invoice, UserId by) {
    var receipt = new Receipt(Means.CASH, Optional.empty(), by, Optional.empty());
    var paid = SampleInvoices.done(invoice.paid(InvoicePayment.toTheSeller(receipt, NOW)));
    run(() -> invoices().update(paid));
  }

  private Booking stored(Booking booking) {
    return unitOfWork()
        .run(
            () -> {
              bookings().update(booking);
              return bookings().find(booking.id()).orElseThrow();
            });
  }

  private void run(Runnable work) {
    Supplier<Boolean> all =
        () -> {
          work.run();
          return true;
        };
    assertThat(unitOfWork().run(all)).isTrue();
  }

  private Optional<DirectBooking> find(BookingId booking) {
    return unitOfWork().run(() -> directBookings().find(booking));
  }

  private List<BookingId> waiting() {
    return unitOfWork().run(() -> directBookings().waiting(MANY));
  }

  private static Charge charge(Booking booking) {
    var terms = booking.terms();
    var price = terms.price();
    return new Charge(
        booking.id(),
        terms.client(),
        terms.provider(),
        price.service(),
        price.taxes(),
        price.tip());
  }
}
