package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.AgedDebt.Debit;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.domain.shared.Money;

/** Driven port: the ledger read account by account; see {@code StatementsContract}. */
public interface Statements {

  /** What was posted to an account, the newest first. */
  Page<Line> lines(Account account, Period period, PageRequest page);

  Sums sums(Account account, Period period);

  /** The providers whose account is in debit, the largest debts first. */
  Page<Debtor> debtors(PageRequest page);

  /** How often a debt of a provider has been written off. */
  int writeOffs(ProviderId provider, Currency currency);

  /**
   * Postings of one currency in a time.
   *
   * @param from the first moment of the time
   * @param to the first moment after it
   */
  record Period(Currency currency, Instant from, Instant to) {}

  /**
   * What one entry has posted to the account.
   *
   * @param id of the entry; ids are in the order of posting
   * @param about the booking, the payout or the provider
   */
  record Line(
      UUID id,
      String transaction,
      JournalEntry.Kind kind,
      Subject about,
      Money amount,
      Instant at) {}

  /**
   * What a time has made of an account; a debit is positive.
   *
   * @param opening the balance before
   * @param debits all that was debited
   * @param credits all that was credited; not positive
   */
  record Sums(Money opening, Money debits, Money credits) {
    public Money closing() {
      return opening.plus(debits).plus(credits);
    }
  }

  /**
   * A provider that owes something, in one currency.
   *
   * @param debits what was debited to its account, the newest first, until it makes up the debt
   */
  record Debtor(ProviderId provider, Money debt, List<Debit> debits) {
    public Debtor {
      debits = List.copyOf(debits);
    }
  }
}
