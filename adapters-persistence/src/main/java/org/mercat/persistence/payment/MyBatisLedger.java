package org.mercat.persistence.payment;

import java.util.Currency;
import java.util.List;
import org.apache.ibatis.exceptions.PersistenceException;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.shared.Money;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;
import org.postgresql.util.PSQLException;

/** The database itself sees to it that entries sum to zero, stay, and overdraw no escrow. */
public final class MyBatisLedger implements Ledger {

  private static final String FLOOR = "account_balance_floor";
  private static final int PROBLEMS_SHOWN = 100;

  private final Sessions sessions;

  public MyBatisLedger(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void post(JournalEntry entry) {
    var row = LedgerTxRow.of(Ids.next(), entry);
    if (posted(row) == 0 && !mapper().postingsSha256(row.key()).equals(row.postingsSha256())) {
      throw new IllegalStateException("posted with other postings: " + row.key());
    }
  }

  @Override
  public void postNew(JournalEntry entry) {
    if (posted(LedgerTxRow.of(Ids.next(), entry)) == 0) {
      throw new ConcurrencyConflict("posted already: " + entry.key());
    }
  }

  @Override
  public Money balance(Account account, Currency currency) {
    return new Money(mapper().balance(account.name(), currency.getCurrencyCode()), currency);
  }

  @Override
  public List<Money> balances(Account account) {
    return mapper().balances(account.name()).stream().map(MoneyRow::toDomain).toList();
  }

  @Override
  public List<PostedLine> linesOf(BookingId booking) {
    return mapper().linesOf(booking.value()).stream().map(PostedLineRow::toDomain).toList();
  }

  @Override
  public Audit audit() {
    var _ = mapper().giveMemory();
    return new Audit(mapper().transactions(), mapper().broken(PROBLEMS_SHOWN));
  }

  private int posted(LedgerTxRow row) {
    try {
      return mapper().post(row);
    } catch (PersistenceException failure) {
      throw isOverdrawn(failure) ? overdrawn(row, failure) : failure;
    }
  }

  private static boolean isOverdrawn(PersistenceException failure) {
    return failure.getCause() instanceof PSQLException cause
        && cause.getServerErrorMessage() != null
        && FLOOR.equals(cause.getServerErrorMessage().getConstraint());
  }

  private static ConcurrencyConflict overdrawn(LedgerTxRow row, PersistenceException failure) {
    var conflict = new ConcurrencyConflict("not so much is held for " + row.key());
    conflict.addSuppressed(failure);
    return conflict;
  }

  private LedgerMapper mapper() {
    return sessions.mapper(LedgerMapper.class);
  }
}
