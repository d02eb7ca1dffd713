package org.mercat.persistence.fee;

import java.time.Instant;
import java.util.Optional;
import org.mercat.application.fee.port.PlatformFees;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisPlatformFees implements PlatformFees {

  private final Sessions sessions;

  public MyBatisPlatformFees(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public FeeTariff inForce() {
    return Optional.ofNullable(mapper().last())
        .map(PlatformFeeRow::toDomain)
        .orElse(FeeTariff.INITIAL);
  }

  @Override
  public void add(FeeTariff tariff, Instant setAt) {
    var ratePpm = tariff.rate().partsPerMillion();
    if (mapper().insert(tariff.version(), ratePpm, tariff.taxOnFee(), setAt) == 0) {
      throw new ConcurrencyConflict("platform fee v" + tariff.version());
    }
  }

  private PlatformFeeMapper mapper() {
    return sessions.mapper(PlatformFeeMapper.class);
  }
}
