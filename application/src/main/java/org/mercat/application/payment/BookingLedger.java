package org.mercat.application.payment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Ledger.PostedLine;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.shared.Money;

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

  private final BookingParties parties;
  private final Ledger ledger;
  private final UnitOfWork unitOfWork;

  public BookingLedger(BookingParties parties, Ledger ledger, UnitOfWork unitOfWork) {
    this.parties = parties;
    this.ledger = ledger;
    this.unitOfWork = unitOfWork;
  }

  /** Empty when there is no such booking, or the caller has no part in it. */
  public Optional<View> handle(Query query) {
    var caller = query.caller();
    return unitOfWork.run(
        () ->
            parties
                .of(query.booking())
                .filter(party -> party.include(caller.user()) || caller.isAdmin())
                .map(_ -> view(ledger.linesOf(query.booking()))));
  }

  private static View view(List<PostedLine> postings) {
    var sums = new LinkedHashMap<Account, Money>();
    postings.forEach(line -> sums.merge(line.account(), line.amount(), Money::plus));
    var balances =
        sums.entrySet().stream().map(sum -> new Balance(sum.getKey(), sum.getValue())).toList();
    return new View(postings, balances);
  }
}
