package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.fee.PlatformFeeInForce;
import org.mercat.application.fee.SetPlatformFee;
import org.mercat.application.fee.port.PlatformFees;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.fee.MyBatisPlatformFees;
import org.mercat.persistence.shared.Sessions;

/** What the platform takes. */
final class FeeWiring {

  @Produces
  @Singleton
  PlatformFees fees(Sessions sessions) {
    return new MyBatisPlatformFees(sessions);
  }

  @Produces
  @Singleton
  PlatformFeeInForce inForce(Access access, PlatformFees fees, UnitOfWork unitOfWork) {
    return new PlatformFeeInForce(access, fees, unitOfWork);
  }

  @Produces
  @Singleton
  SetPlatformFee setPlatformFee(
      Access access,
      PlatformFees fees,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new SetPlatformFee(access, fees, outbox, unitOfWork, market);
  }
}
