package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.shared.Money;

/** Driven port: append-only double entry. Every adapter must pass {@code LedgerContract}. */
public interface Ledger {

  /**
   * Appends the entry; the same postings under the same key again change nothing.
   *
   * @throws IllegalStateException if the key has been posted with other postings
   * @throws ConcurrencyConflict if it would take more out of an escrow than is in it
   */
  void post(JournalEntry entry);

  /**
   * Appends an entry of which two might be made at the same moment.
   *
   * @throws ConcurrencyConflict if its key has been posted, with whatever postings
   */
  void postNew(JournalEntry entry);

  Money balance(Account account, Currency currency);

  /** The balances of an account that are not zero, one for each currency. */
  List<Money> balances(Account account);

  /** All that was posted for a booking, in the order of posting. */
  List<PostedLine> linesOf(BookingId booking);

  /** Checks every invariant of the ledger over all that has ever been posted. */
  Audit audit();

  record PostedLine(
      String transaction, JournalEntry.Kind kind, Account account, Money amount, Instant at) {}

  /**
   * What a check found.
   *
   * @param problems what does not hold, in words; empty when all is well
   */
  record Audit(long transactions, List<String> problems) {
    public Audit {
      problems = List.copyOf(problems);
    }
  }
}
