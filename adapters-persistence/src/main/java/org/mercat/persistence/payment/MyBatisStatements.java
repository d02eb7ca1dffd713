package org.mercat.persistence.payment;

import java.util.Currency;
import java.util.List;
import org.mercat.application.payment.port.Statements;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.AgedDebt.Debit;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisStatements implements Statements {

  private final Sessions sessions;

  public MyBatisStatements(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Page<Line> lines(Account account, Period period, PageRequest page) {
    var found =
        mapper()
            .lines(
                account.name(),
                period.currency().getCurrencyCode(),
                period.from(),
                period.to(),
                page.after().orElse(null),
                page.limit() + 1)
            .stream()
            .map(StatementLineRow::toDomain)
            .toList();
    return Page.of(found, page, Line::id);
  }

  @Override
  public Sums sums(Account account, Period period) {
    return mapper()
        .sums(account.name(), period.currency().getCurrencyCode(), period.from(), period.to())
        .toDomain(period.currency());
  }

  @Override
  public List<Debtor> debtors(int most) {
    return mapper().debtors(most).stream().map(DebtorRow::toDomain).toList();
  }

  @Override
  public List<Debit> debits(ProviderId provider, Money sum) {
    return mapper()
        .debits(Account.provider(provider).name(), sum.currency().getCurrencyCode(), sum.minor())
        .stream()
        .map(DebitRow::toDomain)
        .toList();
  }

  @Override
  public int writeOffs(ProviderId provider, Currency currency) {
    return mapper()
        .writeOffs(
            provider.value(), Account.provider(provider).name(), currency.getCurrencyCode());
  }

  private StatementMapper mapper() {
    return sessions.mapper(StatementMapper.class);
  }
}
