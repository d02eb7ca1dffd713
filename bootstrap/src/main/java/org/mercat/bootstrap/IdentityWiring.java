package org.mercat.bootstrap;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.identity.AuthenticateCaller;
import org.mercat.application.identity.ChangeRights;
import org.mercat.application.identity.CheckCode;
import org.mercat.application.identity.CheckPassword;
import org.mercat.application.identity.EnsureFirstAdmin;
import org.mercat.application.identity.LogIn;
import org.mercat.application.identity.OpenSession;
import org.mercat.application.identity.RegisterUser;
import org.mercat.application.identity.RightsOf;
import org.mercat.application.identity.SendToken;
import org.mercat.application.identity.TellOwner;
import org.mercat.application.identity.WhoAmI;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.application.identity.port.UserRights;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.Verification;
import org.mercat.persistence.identity.MyBatisUserRights;
import org.mercat.persistence.identity.MyBatisUsers;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;
import org.mercat.rest.identity.Argon2PasswordHasher;

/** Who people are and how they show it. */
final class IdentityWiring {

  @Produces
  @Singleton
  UserRights userRights(Sessions sessions) {
    return new MyBatisUserRights(sessions);
  }

  @Produces
  @Singleton
  Users users(Sessions sessions) {
    return new MyBatisUsers(sessions);
  }

  @Produces
  @Singleton
  Argon2PasswordHasher passwordHasher() {
    return Argon2PasswordHasher.forThisMachine();
  }

  void close(@Disposes Argon2PasswordHasher hasher) {
    hasher.close();
  }

  @Produces
  @Singleton
  RegisterUser registerUser(
      Users users,
      Verification verification,
      Argon2PasswordHasher hasher,
      SendToken sendToken,
      TellOwner tellOwner,
      EventOutbox outbox,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "makes the account of somebody who has none yet")
          UnitOfWork unitOfWork,
      MarketClock market) {
    return new RegisterUser(
        users, verification, hasher, sendToken, tellOwner, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  EnsureFirstAdmin ensureFirstAdmin(
      Users users,
      Argon2PasswordHasher hasher,
      EventOutbox outbox,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "makes an account before anybody is there")
          UnitOfWork unitOfWork,
      MarketClock market) {
    return new EnsureFirstAdmin(users, hasher, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  LogIn logIn(
      Users users,
      CheckPassword checkPassword,
      CheckCode checkCode,
      OpenSession openSession,
      Argon2PasswordHasher hasher,
      TokenIssuer tokens,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "looks for an account before it is known who asks")
          UnitOfWork unitOfWork,
      SystemClock system) {
    return new LogIn(
        users, checkPassword, checkCode, openSession, hasher, tokens, unitOfWork, system);
  }

  @Produces
  @Singleton
  WhoAmI whoAmI(
      Users users,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "shows who has just registered, and is not yet signed in, the own account")
          UnitOfWork unitOfWork) {
    return new WhoAmI(users, unitOfWork);
  }

  @Produces
  @Singleton
  RightsOf rightsOf(Access access, UserRights rights, UnitOfWork unitOfWork) {
    return new RightsOf(access, rights, unitOfWork);
  }

  @Produces
  @Singleton
  ChangeRights changeRights(
      Access access,
      UserRights rights,
      AuthenticateCaller authenticateCaller,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new ChangeRights(access, rights, authenticateCaller, outbox, unitOfWork, market);
  }
}
