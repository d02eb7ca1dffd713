package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.identity.DropIssuer;
import org.mercat.application.identity.LogInOutside;
import org.mercat.application.identity.OpenSession;
import org.mercat.application.identity.TrustIssuer;
import org.mercat.application.identity.TrustedIssuers;
import org.mercat.application.identity.port.IdentityProvider;
import org.mercat.application.identity.port.OidcIssuers;
import org.mercat.application.identity.port.SecondFactors;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.identity.MyBatisOidcIssuers;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;
import org.mercat.rest.identity.Argon2PasswordHasher;
import org.mercat.rest.identity.NimbusIdentityProvider;
import org.mercat.rest.identity.OutsideAddresses;
import org.mercat.rest.identity.OutsideKeys;

/** Whose word outside counts on who a person is. */
final class OidcWiring {

  @Produces
  @Singleton
  OidcIssuers oidcIssuers(Sessions sessions) {
    return new MyBatisOidcIssuers(sessions);
  }

  @Produces
  @Singleton
  OutsideAddresses outsideAddresses(Settings settings) {
    return new OutsideAddresses(settings.outsideIssuers() == Settings.OutsideIssuers.LOOPBACK);
  }

  @Produces
  @Singleton
  IdentityProvider identityProvider(OutsideAddresses addresses) {
    return new NimbusIdentityProvider(new OutsideKeys(addresses));
  }

  @Produces
  @Singleton
  LogInOutside logInOutside(
      OidcIssuers issuers,
      IdentityProvider provider,
      Users users,
      SecondFactors factors,
      OpenSession openSession,
      Argon2PasswordHasher hasher,
      TokenIssuer tokens,
      EventOutbox outbox,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "knows a person by a token from outside alone")
          UnitOfWork unitOfWork,
      MarketClock market,
      SystemClock system) {
    return new LogInOutside(
        issuers,
        provider,
        users,
        factors,
        openSession,
        hasher,
        tokens,
        outbox,
        unitOfWork,
        market,
        system);
  }

  @Produces
  @Singleton
  TrustedIssuers trustedIssuers(
      Access access,
      OidcIssuers issuers,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "issuers decide who signs in, and nobody else sees them")
          UnitOfWork unitOfWork) {
    return new TrustedIssuers(access, issuers, unitOfWork);
  }

  @Produces
  @Singleton
  TrustIssuer trustIssuer(
      Access access,
      OidcIssuers issuers,
      EventOutbox outbox,
      @InRole(value = DatabaseRole.AUTHENTICATOR, because = "issuers decide who signs in")
          UnitOfWork unitOfWork,
      MarketClock market) {
    return new TrustIssuer(access, issuers, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  DropIssuer dropIssuer(
      Access access,
      OidcIssuers issuers,
      EventOutbox outbox,
      @InRole(value = DatabaseRole.AUTHENTICATOR, because = "issuers decide who signs in")
          UnitOfWork unitOfWork,
      MarketClock market) {
    return new DropIssuer(access, issuers, outbox, unitOfWork, market);
  }
}
