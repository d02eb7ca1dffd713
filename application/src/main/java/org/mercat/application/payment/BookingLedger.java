package org.mercat.application.payment;

import java.util.LinkedHashMap;
import java.util.List;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.BookingParties.Parties;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Ledger.PostedLine;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Permission;

/** All that was posted for a booking, for its parties and for administrators. */
public final class BookingLedger {

  public record Query(Caller caller, BookingId booking) {}

  /**
   * The ledger of one booking.
   *
   * @param balances what the postings of this booking sum to, account by account
   */
  public record View(List<PostedLine> postings, List<Balance> balances) {}

  public record Balance(Account account, Money balance) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(View view) implements Outcome {}

    record Forbidden() implements Outcome {}

    /** There is no such booking, or the caller has no part in it. */
    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final BookingParties parties;
  private final Ledger ledger;
  private final Disclosures disclosures;
  private final UnitOfWork unitOfWork;

  public BookingLedger(
      Access access,
      BookingParties parties,
      Ledger ledger,
      Disclosures disclosures,
      UnitOfWork unitOfWork) {
    this.access = access;
    this.parties = parties;
    this.ledger = ledger;
    this.disclosures = disclosures;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.BOOKING_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            parties
                .of(query.booking())
                .filter(concerned -> isVisible(concerned, query.caller()))
                .<Outcome>map(concerned -> found(concerned, query))
                .orElseGet(Outcome.NotFound::new));
  }

  private boolean isVisible(Parties concerned, Caller caller) {
    return access.takesPart(caller, concerned.persons())
        || access.may(caller, Permission.BOOKING_READ_ANY);
  }

  private Outcome.Found found(Parties concerned, Query query) {
    if (!access.takesPart(query.caller(), concerned.persons())) {
      disclosures.shown(List.of(BookingEvent.subject(query.booking())));
    }
    return new Outcome.Found(view(ledger.linesOf(query.booking())));
  }

  private static View view(List<PostedLine> postings) {
    var sums = new LinkedHashMap<Account, Money>();
    postings.forEach(line -> sums.merge(line.account(), line.amount(), Money::plus));
    var balances =
        sums.entrySet().stream().map(sum -> new Balance(sum.getKey(), sum.getValue())).toList();
    return new View(postings, balances);
  }
}
