package org.mercat.persistence.payment;

import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisPayees implements Payees {

  private final Sessions sessions;

  public MyBatisPayees(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Payee> find(ProviderId provider) {
    return Optional.ofNullable(mapper().find(provider.value())).map(PayeeRow::toDomain);
  }

  @Override
  public Optional<Payee> findByAccount(GatewayReference account) {
    return Optional.ofNullable(mapper().findByAccount(account.value())).map(PayeeRow::toDomain);
  }

  @Override
  public List<Payee> withAccounts(Optional<ProviderId> after, int most) {
    return mapper().withAccounts(after.map(ProviderId::value).orElse(null), most).stream()
        .map(PayeeRow::toDomain)
        .toList();
  }

  @Override
  public void add(Payee payee) {
    require(mapper().insert(PayeeRow.of(payee)), payee);
  }

  @Override
  public void update(Payee payee) {
    require(mapper().update(PayeeRow.of(payee)), payee);
  }

  private static void require(int stored, Payee payee) {
    if (stored == 0) {
      throw new ConcurrencyConflict("payee " + payee.provider().value());
    }
  }

  private PayeeMapper mapper() {
    return sessions.mapper(PayeeMapper.class);
  }
}
