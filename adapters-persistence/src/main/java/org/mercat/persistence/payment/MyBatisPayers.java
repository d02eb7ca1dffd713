package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.Payers;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Payer;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisPayers implements Payers {

  private final Sessions sessions;

  public MyBatisPayers(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Payer> find(UserId user) {
    return Optional.ofNullable(mapper().find(user.value())).map(PayerRow::toDomain);
  }

  @Override
  public List<Payer> gone(Instant closed, int most) {
    return mapper().gone(closed, most).stream().map(PayerRow::toDomain).toList();
  }

  @Override
  public void add(Payer payer) {
    require(mapper().insert(PayerRow.of(payer)), payer);
  }

  @Override
  public void update(Payer payer) {
    require(mapper().update(PayerRow.of(payer)), payer);
  }

  private static void require(int stored, Payer payer) {
    if (stored == 0) {
      throw new ConcurrencyConflict("payer " + payer.user().value());
    }
  }

  private PayerMapper mapper() {
    return sessions.mapper(PayerMapper.class);
  }
}
