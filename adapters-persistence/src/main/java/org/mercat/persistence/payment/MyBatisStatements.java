package org.mercat.persistence.payment;

import java.util.Currency;
import java.util.UUID;
import org.mercat.application.payment.port.Statements;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.payment.Account;
import org.mercat.domain.provider.ProviderId;
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
  public Page<Debtor> debtors(PageRequest page) {
    var after = page.after();
    var found =
        mapper()
            .debtors(
                after.map(UUID::getMostSignificantBits).orElse(null),
                after.map(UUID::getLeastSignificantBits).orElse(null),
                page.limit() + 1);
    return Page.of(DebitRow.byDebtor(found), page, DebitRow::placeOf).map(DebitRow::toDebtor);
  }

  @Override
  public int writeOffs(ProviderId provider, Currency currency) {
    return mapper()
        .writeOffs(provider.value(), Account.provider(provider).name(), currency.getCurrencyCode());
  }

  private StatementMapper mapper() {
    return sessions.mapper(StatementMapper.class);
  }
}
