package org.mercat.persistence.booking;

import java.util.Optional;
import org.mercat.application.booking.port.FeeTariffs;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisFeeTariffs implements FeeTariffs {

  private final Sessions sessions;

  public MyBatisFeeTariffs(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public InForce of(ProviderId provider) {
    return Optional.ofNullable(sessions.mapper(ProviderMapper.class).feeInForce(provider.value()))
        .map(FeeInForceRow::toDomain)
        .orElseThrow(() -> new IllegalStateException("no provider " + provider.value()));
  }
}
