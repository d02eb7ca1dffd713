package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.identity.ActivateSecondFactor;
import org.mercat.application.identity.AdminSecondFactor;
import org.mercat.application.identity.BeginSecondFactor;
import org.mercat.application.identity.CheckCode;
import org.mercat.application.identity.CheckPassword;
import org.mercat.application.identity.EndSecondFactor;
import org.mercat.application.identity.EndSessions;
import org.mercat.application.identity.IssueRecoveryCodes;
import org.mercat.application.identity.RenewRecoveryCodes;
import org.mercat.application.identity.ResetSecondFactor;
import org.mercat.application.identity.TellOfSecondFactor;
import org.mercat.application.identity.TellOwner;
import org.mercat.application.identity.port.FailureCounts;
import org.mercat.application.identity.port.KeyedDigest;
import org.mercat.application.identity.port.SecondFactors;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.Sealer;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.identity.MyBatisSecondFactors;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;

/** What people show beside their passwords. */
final class SecondFactorWiring {

  @Produces
  @Singleton
  SecondFactors secondFactors(Sessions sessions, Sealer sealer) {
    return new MyBatisSecondFactors(sessions, sealer);
  }

  @Produces
  @Singleton
  CheckCode checkCode(
      SecondFactors factors,
      FailureCounts failures,
      KeyedDigest digest,
      TellOwner tellOwner,
      EventOutbox outbox,
      SystemClock system) {
    return new CheckCode(factors, failures, digest, tellOwner, outbox, system);
  }

  @Produces
  @Singleton
  IssueRecoveryCodes issueRecoveryCodes(SecondFactors factors, TokenIssuer issuer) {
    return new IssueRecoveryCodes(factors, issuer);
  }

  @Produces
  @Singleton
  TellOfSecondFactor tellOfSecondFactor(
      EndSessions endSessions, TellOwner tellOwner, EventOutbox outbox) {
    return new TellOfSecondFactor(endSessions, tellOwner, outbox);
  }

  @Produces
  @Singleton
  BeginSecondFactor beginSecondFactor(
      Access access,
      Users users,
      CheckPassword checkPassword,
      SecondFactors factors,
      TokenIssuer issuer,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "keeps the secret of which codes are made")
          UnitOfWork unitOfWork,
      SystemClock system) {
    return new BeginSecondFactor(access, users, checkPassword, factors, issuer, unitOfWork, system);
  }

  @Produces
  @Singleton
  ActivateSecondFactor activateSecondFactor(
      Access access,
      Users users,
      SecondFactors factors,
      CheckCode checkCode,
      IssueRecoveryCodes issueRecoveryCodes,
      TellOfSecondFactor tellOfSecondFactor,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "compares a code with the secret of which codes are made")
          UnitOfWork unitOfWork,
      SystemClock system) {
    return new ActivateSecondFactor(
        access,
        users,
        factors,
        checkCode,
        issueRecoveryCodes,
        tellOfSecondFactor,
        unitOfWork,
        system);
  }

  @Produces
  @Singleton
  RenewRecoveryCodes renewRecoveryCodes(
      Access access,
      Users users,
      CheckCode checkCode,
      IssueRecoveryCodes issueRecoveryCodes,
      TellOfSecondFactor tellOfSecondFactor,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "keeps what recovery codes are known by")
          UnitOfWork unitOfWork,
      SystemClock system) {
    return new RenewRecoveryCodes(
        access, users, checkCode, issueRecoveryCodes, tellOfSecondFactor, unitOfWork, system);
  }

  @Produces
  @Singleton
  EndSecondFactor endSecondFactor(
      Access access,
      Users users,
      CheckPassword checkPassword,
      CheckCode checkCode,
      SecondFactors factors,
      TellOfSecondFactor tellOfSecondFactor,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "takes away the secret of which codes are made")
          UnitOfWork unitOfWork,
      SystemClock system) {
    return new EndSecondFactor(
        access, users, checkPassword, checkCode, factors, tellOfSecondFactor, unitOfWork, system);
  }

  @Produces
  @Singleton
  ResetSecondFactor resetSecondFactor(
      Access access,
      Users users,
      SecondFactors factors,
      TellOfSecondFactor tellOfSecondFactor,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "takes away the secret of somebody who has lost the authenticator")
          UnitOfWork unitOfWork,
      SystemClock system) {
    return new ResetSecondFactor(access, users, factors, tellOfSecondFactor, unitOfWork, system);
  }

  @Produces
  @Singleton
  AdminSecondFactor adminSecondFactor(
      SecondFactors factors,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "looks whether an administrator has a second factor")
          UnitOfWork unitOfWork) {
    return new AdminSecondFactor(factors, unitOfWork);
  }
}
