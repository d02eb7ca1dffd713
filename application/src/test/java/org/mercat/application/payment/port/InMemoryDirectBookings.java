package org.mercat.application.payment.port;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.Lifecycle;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.DirectBooking;
import org.mercat.domain.payment.DirectBooking.Stage;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceDue;
import org.mercat.domain.payment.InvoiceStatus;

/** Over the bookings and the invoices of the same market. */
public final class InMemoryDirectBookings implements DirectBookings, Store {

  private final Bookings bookings;
  private final Invoices invoices;
  private Map<BookingId, InvoiceDue> stored = new LinkedHashMap<>();
  private Set<BookingId> settled = new HashSet<>();

  public InMemoryDirectBookings(Bookings bookings, Invoices invoices) {
    this.bookings = bookings;
    this.invoices = invoices;
  }

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    var done = new HashSet<>(settled);
    return () -> {
      stored = copy;
      settled = done;
    };
  }

  @Override
  public void add(BookingId booking, InvoiceDue due) {
    stored.put(booking, due);
  }

  @Override
  public Optional<DirectBooking> find(BookingId booking) {
    return Optional.ofNullable(stored.get(booking))
        .flatMap(due -> bookings.find(booking).flatMap(it -> direct(it, due)));
  }

  @Override
  public void settle(BookingId booking) {
    settled.add(booking);
  }

  @Override
  public List<BookingId> waiting(int most) {
    return stored.keySet().stream()
        .filter(booking -> !settled.contains(booking))
        .filter(booking -> find(booking).filter(this::isWaiting).isPresent())
        .limit(most)
        .toList();
  }

  private boolean isWaiting(DirectBooking booking) {
    var invoice = invoices.ofBooking(booking.booking());
    return switch (booking.stage()) {
      case AGREED -> invoice.isEmpty();
      case DONE -> invoice.filter(it -> !isEnded(it)).isEmpty();
      case OFF -> true;
    };
  }

  private static boolean isEnded(Invoice invoice) {
    return invoice.payment().isPresent() || invoice.status() == InvoiceStatus.VOID;
  }

  private static Optional<DirectBooking> direct(Booking booking, InvoiceDue due) {
    return booking
        .fee()
        .map(fee -> new DirectBooking(charge(booking), stage(booking.lifecycle()), fee, due));
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

  private static Stage stage(Lifecycle lifecycle) {
    return switch (lifecycle) {
      case Lifecycle.Requested _, Lifecycle.AwaitingPayment _, Lifecycle.Undertaken _ ->
          Stage.AGREED;
      case Lifecycle.Completed _ -> Stage.DONE;
      case Lifecycle.Declined _, Lifecycle.Expired _, Lifecycle.Cancelled _, Lifecycle.NoShow _ ->
          Stage.OFF;
    };
  }
}
