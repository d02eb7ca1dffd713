package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.identity.port.UserRights;
import org.mercat.application.identity.port.Users;
import org.mercat.application.integration.AuthenticateKey;
import org.mercat.application.integration.MakeApiKey;
import org.mercat.application.integration.OwnApiKeys;
import org.mercat.application.integration.RotateApiKey;
import org.mercat.application.integration.WithdrawApiKey;
import org.mercat.application.integration.port.ApiKeys;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.integration.MyBatisApiKeys;
import org.mercat.persistence.integration.MyBatisKeyOwners;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;

/** How programs come in. */
final class IntegrationWiring {

  @Produces
  @Singleton
  ApiKeys apiKeys(Sessions sessions) {
    return new MyBatisApiKeys(sessions);
  }

  @Produces
  @Singleton
  AuthenticateKey authenticateKey(
      ApiKeys keys,
      Users users,
      UserRights rights,
      @InRole(value = DatabaseRole.AUTHENTICATOR, because = "finds out whose program asks")
          UnitOfWork unitOfWork,
      SystemClock system) {
    return new AuthenticateKey(keys, new MyBatisKeyOwners(users, rights), unitOfWork, system);
  }

  @Produces
  @Singleton
  MakeApiKey makeApiKey(
      ApiKeys keys, Access access, EventOutbox outbox, UnitOfWork unitOfWork, SystemClock system) {
    return new MakeApiKey(keys, access, outbox, unitOfWork, system);
  }

  @Produces
  @Singleton
  RotateApiKey rotateApiKey(
      ApiKeys keys, Access access, EventOutbox outbox, UnitOfWork unitOfWork, SystemClock system) {
    return new RotateApiKey(keys, access, outbox, unitOfWork, system);
  }

  @Produces
  @Singleton
  WithdrawApiKey withdrawApiKey(
      ApiKeys keys,
      AuthenticateKey authenticateKey,
      Access access,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      SystemClock system) {
    return new WithdrawApiKey(keys, authenticateKey, access, outbox, unitOfWork, system);
  }

  @Produces
  @Singleton
  OwnApiKeys ownApiKeys(ApiKeys keys, Access access, UnitOfWork unitOfWork) {
    return new OwnApiKeys(keys, access, unitOfWork);
  }
}
