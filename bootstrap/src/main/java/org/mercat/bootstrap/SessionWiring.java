package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.mercat.application.identity.AuthenticateCaller;
import org.mercat.application.identity.EndOwnSession;
import org.mercat.application.identity.EndSessions;
import org.mercat.application.identity.LogOut;
import org.mercat.application.identity.LogOutEverywhere;
import org.mercat.application.identity.OpenSession;
import org.mercat.application.identity.OwnSessions;
import org.mercat.application.identity.PruneSessions;
import org.mercat.application.identity.RefreshSession;
import org.mercat.application.identity.RotateSigningKeys;
import org.mercat.application.identity.port.SigningKeys;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.application.identity.port.TokenVerifier;
import org.mercat.application.identity.port.UserRights;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.Sealer;
import org.mercat.application.shared.SecurityLog;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.identity.MyBatisSigningKeys;
import org.mercat.persistence.identity.MyBatisUserSessions;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;
import org.mercat.rest.identity.NimbusTokenIssuer;
import org.mercat.rest.identity.NimbusTokenVerifier;
import org.mercat.rest.identity.SigningKeyRing;

/** How long people stay signed in, and the tokens that show it. */
final class SessionWiring {

  @Produces
  @Singleton
  UserSessions userSessions(Sessions sessions) {
    return new MyBatisUserSessions(sessions);
  }

  @Produces
  @Singleton
  SigningKeys signingKeys(Sessions sessions, Sealer sealer) {
    return new MyBatisSigningKeys(sessions, sealer);
  }

  @Produces
  @Singleton
  SigningKeyRing keyRing(
      SigningKeys keys,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "nobody else may see the keys that tokens are signed with")
          UnitOfWork unitOfWork,
      SystemClock system) {
    return new SigningKeyRing(keys, unitOfWork, system);
  }

  @Produces
  @Singleton
  TokenIssuer tokenIssuer(SigningKeyRing keys) {
    return new NimbusTokenIssuer(keys);
  }

  @Produces
  @Singleton
  TokenVerifier tokenVerifier(SigningKeyRing keys) {
    return new NimbusTokenVerifier(keys);
  }

  @Produces
  @Singleton
  OpenSession openSession(UserSessions sessions, TokenIssuer tokens, EventOutbox outbox) {
    return new OpenSession(sessions, tokens, outbox);
  }

  @Produces
  @Singleton
  EndSessions endSessions(UserSessions sessions, EventOutbox outbox) {
    return new EndSessions(sessions, outbox);
  }

  @Produces
  @Singleton
  RefreshSession refreshSession(
      UserSessions sessions,
      Users users,
      TokenIssuer tokens,
      EventOutbox outbox,
      @InRole(value = DatabaseRole.AUTHENTICATOR, because = "knows the session by the token alone")
          UnitOfWork unitOfWork,
      SystemClock system) {
    return new RefreshSession(sessions, users, tokens, outbox, unitOfWork, system);
  }

  @Produces
  @Singleton
  AuthenticateCaller authenticateCaller(
      TokenVerifier verifier,
      UserSessions sessions,
      Users users,
      UserRights rights,
      SecurityLog securityLog,
      @InRole(value = DatabaseRole.AUTHENTICATOR, because = "finds out who asks")
          UnitOfWork unitOfWork,
      SystemClock system) {
    return new AuthenticateCaller(
        verifier, sessions, users, rights, securityLog, unitOfWork, system);
  }

  @Produces
  @Singleton
  LogOut logOut(
      UserSessions sessions,
      AuthenticateCaller authenticateCaller,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      SystemClock system) {
    return new LogOut(sessions, authenticateCaller, outbox, unitOfWork, system);
  }

  @Produces
  @Singleton
  OwnSessions ownSessions(
      Access access, UserSessions sessions, UnitOfWork unitOfWork, SystemClock system) {
    return new OwnSessions(access, sessions, unitOfWork, system);
  }

  @Produces
  @Singleton
  EndOwnSession endOwnSession(
      Access access,
      UserSessions sessions,
      LogOut logOut,
      UnitOfWork unitOfWork,
      SystemClock system) {
    return new EndOwnSession(access, sessions, logOut, unitOfWork, system);
  }

  @Produces
  @Singleton
  LogOutEverywhere logOutEverywhere(
      Access access,
      EndSessions endSessions,
      AuthenticateCaller authenticateCaller,
      UnitOfWork unitOfWork,
      SystemClock system) {
    return new LogOutEverywhere(access, endSessions, authenticateCaller, unitOfWork, system);
  }

  @Produces
  @Singleton
  Job pruneSessions(
      Settings settings, UserSessions sessions, UnitOfWork unitOfWork, SystemClock system) {
    var retention = Duration.ofDays(settings.sessionRetentionDays());
    var pruneSessions = new PruneSessions(sessions, unitOfWork, system, retention);
    return new Job(
        "prune-sessions",
        Duration.ofHours(1),
        Job.Due.BY_SYSTEM,
        () -> {
          while (pruneSessions.handle() > 0) {
            // Many sessions may be over; they are forgotten in batches.
          }
        });
  }

  @Produces
  @Singleton
  Job rotateSigningKeys(
      SigningKeys keys,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "nobody else may see the keys that tokens are signed with")
          UnitOfWork unitOfWork,
      SystemClock system) {
    var rotateSigningKeys = new RotateSigningKeys(keys, unitOfWork, system);
    return new Job(
        "rotate-signing-keys",
        Duration.ofHours(1),
        Job.Due.BY_SYSTEM,
        () -> {
          var _ = rotateSigningKeys.handle();
        });
  }
}
