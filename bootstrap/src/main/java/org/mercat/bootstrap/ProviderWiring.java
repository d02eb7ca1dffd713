package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.provider.ChangeProviderProfile;
import org.mercat.application.provider.OwnProviderProfile;
import org.mercat.application.provider.ProviderProfile;
import org.mercat.application.provider.RecordPayability;
import org.mercat.application.provider.RegisterProvider;
import org.mercat.application.provider.VerifyProvider;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.provider.MyBatisProviders;
import org.mercat.persistence.shared.Sessions;

/** Those who offer services. */
final class ProviderWiring {

  @Produces
  @Singleton
  Providers providers(Sessions sessions) {
    return new MyBatisProviders(sessions);
  }

  @Produces
  @Singleton
  RegisterProvider registerProvider(
      Access access,
      Providers providers,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new RegisterProvider(access, providers, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  ChangeProviderProfile changeProviderProfile(
      Access access,
      Providers providers,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new ChangeProviderProfile(access, providers, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  VerifyProvider verifyProvider(
      Access access,
      Providers providers,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new VerifyProvider(access, providers, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  RecordPayability recordPayability(Providers providers, EventOutbox outbox, MarketClock market) {
    return new RecordPayability(providers, outbox, market);
  }

  @Produces
  @Singleton
  ProviderProfile providerProfile(Providers providers, UnitOfWork unitOfWork) {
    return new ProviderProfile(providers, unitOfWork);
  }

  @Produces
  @Singleton
  OwnProviderProfile ownProviderProfile(Access access, Providers providers, UnitOfWork unitOfWork) {
    return new OwnProviderProfile(access, providers, unitOfWork);
  }
}
