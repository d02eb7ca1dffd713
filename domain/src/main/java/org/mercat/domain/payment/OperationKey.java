package org.mercat.domain.payment;

import java.util.Locale;
import java.util.UUID;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent.Subject;

/**
 * Names one attempt at one step. The gateway does the work of a key at most once, so repeating a
 * call is safe; only a known failure earns a new attempt.
 *
 * @param number tells the refunds, the transfers or the reversals of one booking apart; 1 for every
 *     other step
 */
public record OperationKey(Subject subject, Step step, int number, int attempt) {

  /** What the gateway is asked for. */
  public enum Step {
    CAPTURE,
    REFUND,
    OPEN_PAYEE,
    /** From the market's account to the account of a payee. */
    TRANSFER,
    /** From the account of a payee back to the market's. */
    REVERSE,
    /** From the account of a payee to its bank. */
    PAY_OUT,
    /** A customer of the gateway, for whom it keeps methods of payment. */
    OPEN_PAYER,
    SAVE_METHOD,
    REMOVE_METHOD,
    FORGET_PAYER
  }

  private static final String PAYOUT = "payout";
  private static final String METHOD = "payment_method";

  public static OperationKey capture(BookingId booking) {
    return new OperationKey(BookingEvent.subject(booking), Step.CAPTURE, 1, 1);
  }

  public static OperationKey refund(BookingId booking, int number) {
    return new OperationKey(BookingEvent.subject(booking), Step.REFUND, number, 1);
  }

  public static OperationKey openPayee(ProviderId provider) {
    return new OperationKey(PayeeEvent.subject(provider), Step.OPEN_PAYEE, 1, 1);
  }

  public static OperationKey transfer(BookingId booking, int number) {
    return new OperationKey(BookingEvent.subject(booking), Step.TRANSFER, number, 1);
  }

  public static OperationKey reverse(BookingId booking, int number) {
    return new OperationKey(BookingEvent.subject(booking), Step.REVERSE, number, 1);
  }

  public static OperationKey payOut(PayoutId payout) {
    return new OperationKey(new Subject(PAYOUT, payout.value()), Step.PAY_OUT, 1, 1);
  }

  public static OperationKey openPayer(UserId user) {
    return new OperationKey(PayerEvent.subject(user), Step.OPEN_PAYER, 1, 1);
  }

  public static OperationKey forgetPayer(UserId user) {
    return new OperationKey(PayerEvent.subject(user), Step.FORGET_PAYER, 1, 1);
  }

  public static OperationKey saveMethod(SavedMethodId method) {
    return new OperationKey(subject(method), Step.SAVE_METHOD, 1, 1);
  }

  public static OperationKey removeMethod(SavedMethodId method) {
    return new OperationKey(subject(method), Step.REMOVE_METHOD, 1, 1);
  }

  /** The method as the subject of operations. */
  public static Subject subject(SavedMethodId method) {
    return new Subject(METHOD, method.value());
  }

  public OperationKey next() {
    return new OperationKey(subject, step, number, attempt + 1);
  }

  /**
   * The booking that the operation is about; for captures, refunds, transfers and reversals only.
   */
  public BookingId booking() {
    return new BookingId(subject.id());
  }

  /** The provider that the operation is about; for payees only. */
  public ProviderId provider() {
    return new ProviderId(subject.id());
  }

  /** The payout that the operation is about; for payouts only. */
  public PayoutId payout() {
    return new PayoutId(subject.id());
  }

  /** The person that the operation is about; for customers of the gateway only. */
  public UserId payer() {
    return new UserId(subject.id());
  }

  /** The method that the operation is about; for those that are saved and removed only. */
  public SavedMethodId savedMethod() {
    return new SavedMethodId(subject.id());
  }

  /** The form that leaves the core, at most 255 characters. */
  public String text() {
    return String.join(
        ":",
        subject.kind(),
        subject.id().toString(),
        step.name().toLowerCase(Locale.ROOT),
        Integer.toString(number),
        Integer.toString(attempt));
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws IllegalArgumentException if it is not such a text
   */
  public static OperationKey parse(String text) {
    var parts = text.split(":", -1);
    if (parts.length != 5) {
      throw new IllegalArgumentException("not an operation key: " + text);
    }
    return new OperationKey(
        new Subject(parts[0], UUID.fromString(parts[1])),
        Step.valueOf(parts[2].toUpperCase(Locale.ROOT)),
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]));
  }
}
