package org.mercat.application.simulation;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.Payments;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.Lifecycle.AwaitingPayment;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.JournalEntry.Kind;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.domain.shared.Money;

/** Ports of our own side with a mistake in them. */
final class BuggyPorts {

  private BuggyPorts() {}

  /** Does not post what has been paid back. */
  record DroppingLedger(Ledger ledger) implements Ledger {
    @Override
    public void post(JournalEntry entry) {
      if (entry.kind() != Kind.REFUND_PAID) {
        ledger.post(entry);
      }
    }

    @Override
    public void postNew(JournalEntry entry) {
      ledger.postNew(entry);
    }

    @Override
    public Money balance(Account account, Currency currency) {
      return ledger.balance(account, currency);
    }

    @Override
    public List<Money> balances(Account account) {
      return ledger.balances(account);
    }

    @Override
    public List<PostedLine> linesOf(BookingId booking) {
      return ledger.linesOf(booking);
    }

    @Override
    public Audit audit() {
      return ledger.audit();
    }
  }

  /** Finds nothing that is due. */
  record ForgetfulOperations(PaymentOperations operations) implements PaymentOperations {
    @Override
    public void add(PaymentOperation operation) {
      operations.add(operation);
    }

    @Override
    public void update(PaymentOperation operation) {
      operations.update(operation);
    }

    @Override
    public Optional<PaymentOperation> find(OperationKey key) {
      return operations.find(key);
    }

    @Override
    public Optional<PaymentOperation> latest(Subject subject, Step step) {
      return operations.latest(subject, step);
    }

    @Override
    public List<PaymentOperation> done(Instant from, Instant until) {
      return operations.done(from, until);
    }

    @Override
    public List<PaymentOperation> done(OperationKey.Step step, Instant from, Instant until) {
      return operations.done(step, from, until);
    }

    @Override
    public List<PaymentOperation> sent(Subject subject) {
      return operations.sent(subject);
    }

    @Override
    public List<PaymentOperation> lease(Instant now, int most) {
      return List.of();
    }
  }

  /** Does not know what a client is owed. */
  record CarelessPayments(Payments payments) implements Payments {
    @Override
    public Optional<Payment> find(BookingId booking) {
      return payments
          .find(booking)
          .map(
              it ->
                  new Payment(
                      it.charge(),
                      it.money(),
                      it.reference(),
                      it.refunded(),
                      it.charge().nothing(),
                      it.refunds(),
                      it.outcomeUnknown(),
                      it.releaseUnder(),
                      it.contest(),
                      it.version()));
    }

    @Override
    public void add(Payment payment) {
      payments.add(payment);
    }

    @Override
    public void update(Payment payment) {
      payments.update(payment);
    }

    @Override
    public boolean isRefunding(ProviderId provider, Currency currency) {
      return payments.isRefunding(provider, currency);
    }
  }

  /** Does not know which bookings are being paid. */
  record ImpatientBookings(ClaimedBookings bookings) implements Bookings {
    @Override
    public BookingId nextId() {
      return bookings.nextId();
    }

    @Override
    public Optional<Booking> find(BookingId id) {
      return bookings.find(id).map(ImpatientBookings::unpaid);
    }

    @Override
    public Addition add(Booking booking) {
      return bookings.add(booking);
    }

    @Override
    public void update(Booking booking) {
      bookings.update(booking);
    }

    @Override
    public List<BookingId> overdue(Instant now, int most) {
      return bookings.ids().stream()
          .filter(
              id ->
                  find(id).map(it -> it.letTimePass(now)).stream()
                      .anyMatch(Booking.Transition.Done.class::isInstance))
          .limit(most)
          .toList();
    }

    private static Booking unpaid(Booking booking) {
      return booking.lifecycle() instanceof AwaitingPayment(var at, var until, _)
          ? new Booking(
              booking.id(),
              booking.terms(),
              new AwaitingPayment(at, until, false),
              booking.fee(),
              booking.version())
          : booking;
    }
  }
}
