package org.mercat.domain.payment;

import static org.mercat.domain.payment.Account.GATEWAY_CLEARING;
import static org.mercat.domain.payment.Account.REFUNDS_PAYABLE;

import java.time.Instant;
import java.util.stream.Stream;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.JournalEntry.Kind;
import org.mercat.domain.payment.JournalEntry.Line;

/**
 * The money held for one booking: no column, but the sum of the postings of its accounts, one each
 * for service, tax and tip, and for what is paid to the platform on top with its tax. Never in
 * debit. The collected tax goes to the provider, who is registered for it (FEATURES 6).
 */
public record Escrow(BookingId booking) {

  public Account service() {
    return new Account("escrow:" + booking.value() + ":service");
  }

  public Account tax() {
    return new Account("escrow:" + booking.value() + ":tax");
  }

  public Account tip() {
    return new Account("escrow:" + booking.value() + ":tip");
  }

  public Account customerFee() {
    return new Account("escrow:" + booking.value() + ":customer_fee");
  }

  public Account customerFeeTax() {
    return new Account("escrow:" + booking.value() + ":customer_fee_tax");
  }

  /** The client's money has reached the gateway and is held from now on. */
  JournalEntry hold(OperationKey key, Split taken, Instant now) {
    return entry(
        key.text(),
        Kind.CAPTURE,
        now,
        Stream.concat(Stream.of(new Line(GATEWAY_CLEARING, taken.total())), credited(taken)));
  }

  /** A refund is decided: its money leaves the escrow at once, before the gateway is called. */
  JournalEntry refund(OperationKey key, Split back, Instant now) {
    return decided(key, back, debited(back), now);
  }

  /** A refund of what was released: those who have earned it give back what they had of it. */
  JournalEntry refundReleased(OperationKey key, Split back, Share share, Instant now) {
    return decided(key, back, share.debited(), now);
  }

  JournalEntry refundPaid(OperationKey key, Split back, Instant now) {
    return entry(
        key.text() + "/paid",
        Kind.REFUND_PAID,
        now,
        Stream.of(
            new Line(REFUNDS_PAYABLE, back.total()),
            new Line(GATEWAY_CLEARING, back.total().negated())));
  }

  /** What was paid has come back from the client's bank. */
  JournalEntry refundReturned(OperationKey key, Split back, Instant now) {
    return entry(
        key.text() + "/returned",
        Kind.REFUND_PAID,
        now,
        Stream.of(
            new Line(GATEWAY_CLEARING, back.total()),
            new Line(REFUNDS_PAYABLE, back.total().negated())));
  }

  /** The refund came to nothing: its money is held again. */
  JournalEntry refundFailed(OperationKey key, Split back, Instant now) {
    return failed(key, back, credited(back), now);
  }

  /** The refund of what was released came to nothing: it is theirs again who have earned it. */
  JournalEntry refundReleasedFailed(OperationKey key, Split back, Share share, Instant now) {
    return failed(key, back, share.credited(), now);
  }

  /** All that is left goes to the provider, less the platform's fee and the tax on it. */
  JournalEntry release(Split rest, Share share, Instant now) {
    return entry(
        "booking:" + booking.value() + ":release",
        Kind.RELEASE,
        now,
        Stream.concat(debited(rest), share.credited()));
  }

  private JournalEntry decided(OperationKey key, Split back, Stream<Line> from, Instant now) {
    return entry(
        key.text() + "/decided",
        Kind.REFUND,
        now,
        Stream.concat(from, Stream.of(new Line(REFUNDS_PAYABLE, back.total().negated()))));
  }

  private JournalEntry failed(OperationKey key, Split back, Stream<Line> to, Instant now) {
    return entry(
        key.text() + "/failed",
        Kind.REFUND_FAILED,
        now,
        Stream.concat(Stream.of(new Line(REFUNDS_PAYABLE, back.total())), to));
  }

  JournalEntry entry(String key, Kind kind, Instant now, Stream<Line> lines) {
    return JournalEntry.of(key, kind, BookingEvent.subject(booking), now, lines);
  }

  Stream<Line> debited(Split part) {
    return Stream.of(
        new Line(service(), part.service()),
        new Line(tax(), part.tax()),
        new Line(tip(), part.tip()),
        new Line(customerFee(), part.customerFee()),
        new Line(customerFeeTax(), part.customerFeeTax()));
  }

  private Stream<Line> credited(Split part) {
    return debited(part).map(Line::negated);
  }
}
