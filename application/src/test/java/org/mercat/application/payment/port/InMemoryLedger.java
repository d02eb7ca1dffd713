package org.mercat.application.payment.port;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.Posting;
import org.mercat.domain.shared.Money;

public final class InMemoryLedger implements Ledger, Store {

  private Map<String, JournalEntry> posted = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(posted);
    return () -> posted = copy;
  }

  /** All that was posted, in the order of posting. */
  List<JournalEntry> entries() {
    return List.copyOf(posted.values());
  }

  @Override
  public void post(JournalEntry entry) {
    var earlier = posted.putIfAbsent(entry.key(), entry);
    if (earlier != null && !earlier.postings().equals(entry.postings())) {
      throw new IllegalStateException("posted with other postings: " + entry.key());
    }
    var overdrawn =
        entry.postings().stream()
            .map(Posting::account)
            .filter(account -> isEscrow(account) && balance(account, currency(entry)).isPositive())
            .findFirst();
    if (overdrawn.isPresent()) {
      throw new ConcurrencyConflict("not so much is held: " + overdrawn.get().name());
    }
  }

  @Override
  public void postNew(JournalEntry entry) {
    if (posted.containsKey(entry.key())) {
      throw new ConcurrencyConflict("posted already: " + entry.key());
    }
    post(entry);
  }

  @Override
  public Money balance(Account account, Currency currency) {
    return posted.values().stream()
        .flatMap(entry -> entry.postings().stream())
        .filter(posting -> posting.account().equals(account))
        .map(Posting::amount)
        .filter(amount -> amount.currency().equals(currency))
        .reduce(Money.zero(currency), Money::plus);
  }

  @Override
  public List<Money> balances(Account account) {
    return posted.values().stream()
        .map(InMemoryLedger::currency)
        .distinct()
        .map(currency -> balance(account, currency))
        .filter(balance -> !balance.isZero())
        .toList();
  }

  @Override
  public List<PostedLine> linesOf(BookingId booking) {
    return posted.values().stream()
        .filter(entry -> entry.subject().equals(BookingEvent.subject(booking)))
        .flatMap(entry -> entry.postings().stream().map(posting -> line(entry, posting)))
        .toList();
  }

  /** The constructor of {@link JournalEntry} and {@link #post} leave little to find. */
  @Override
  public Audit audit() {
    var problems = new ArrayList<String>();
    posted
        .values()
        .forEach(
            entry -> {
              var held = balance(new Account("rounding"), currency(entry));
              if (!held.isZero()) {
                problems.add("rounding is not zero: " + held);
              }
            });
    return new Audit(posted.size(), problems);
  }

  private static PostedLine line(JournalEntry entry, Posting posting) {
    return new PostedLine(
        entry.key(), entry.kind(), posting.account(), posting.amount(), entry.at());
  }

  private static Currency currency(JournalEntry entry) {
    return entry.postings().getFirst().amount().currency();
  }

  private static boolean isEscrow(Account account) {
    return account.name().startsWith("escrow:");
  }
}
