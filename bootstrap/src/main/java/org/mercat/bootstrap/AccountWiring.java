package org.mercat.bootstrap;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Base64;
import org.mercat.application.identity.AccountDetails;
import org.mercat.application.identity.AccountList;
import org.mercat.application.identity.ActOnAccount;
import org.mercat.application.identity.ChangeEmail;
import org.mercat.application.identity.ChangeOwnProfile;
import org.mercat.application.identity.ChangePassword;
import org.mercat.application.identity.CheckPassword;
import org.mercat.application.identity.CloseAccount;
import org.mercat.application.identity.EndSessions;
import org.mercat.application.identity.ForgotPassword;
import org.mercat.application.identity.OwnAccount;
import org.mercat.application.identity.PersonDetails;
import org.mercat.application.identity.PruneSecrets;
import org.mercat.application.identity.ResendVerification;
import org.mercat.application.identity.ResetPassword;
import org.mercat.application.identity.SendPhoneCode;
import org.mercat.application.identity.SendToken;
import org.mercat.application.identity.StorePassword;
import org.mercat.application.identity.TellOwner;
import org.mercat.application.identity.VerifyEmail;
import org.mercat.application.identity.VerifyPhone;
import org.mercat.application.identity.port.AccountDirectory;
import org.mercat.application.identity.port.FailureCounts;
import org.mercat.application.identity.port.KeyedDigest;
import org.mercat.application.identity.port.PhoneChallenges;
import org.mercat.application.identity.port.SecondFactors;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.application.identity.port.UserTokens;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.MessageOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.Verification;
import org.mercat.persistence.identity.HmacKeyedDigest;
import org.mercat.persistence.identity.MyBatisAccountDirectory;
import org.mercat.persistence.identity.MyBatisFailureCounts;
import org.mercat.persistence.identity.MyBatisJoinedPersons;
import org.mercat.persistence.identity.MyBatisPhoneChallenges;
import org.mercat.persistence.identity.MyBatisUserTokens;
import org.mercat.persistence.identity.MyBatisVerification;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;
import org.mercat.rest.identity.AfterTheAnswer;
import org.mercat.rest.identity.Argon2PasswordHasher;

/** The life of an account, from its first mail to its end. */
final class AccountWiring {

  @Produces
  @Singleton
  Verification verification(Sessions sessions, Settings settings) {
    return new MyBatisVerification(sessions, settings.profile() == Settings.Profile.PROD);
  }

  @Produces
  @Singleton
  UserTokens userTokens(Sessions sessions) {
    return new MyBatisUserTokens(sessions);
  }

  @Produces
  @Singleton
  PhoneChallenges phoneChallenges(Sessions sessions) {
    return new MyBatisPhoneChallenges(sessions);
  }

  @Produces
  @Singleton
  FailureCounts failureCounts(Sessions sessions) {
    return new MyBatisFailureCounts(sessions);
  }

  /** The key that seals makes keys for other purposes too. */
  @Produces
  @Singleton
  KeyedDigest keyedDigest(Settings settings) {
    var secret = Base64.getDecoder().decode(settings.dataKeys().base64().getFirst());
    return new HmacKeyedDigest(secret, "whose sign-in fails");
  }

  @Produces
  @Singleton
  AccountDirectory accountDirectory(Sessions sessions) {
    return new MyBatisAccountDirectory(sessions);
  }

  @Produces
  @Singleton
  AfterTheAnswer afterTheAnswer() {
    return AfterTheAnswer.onOwnThread();
  }

  void close(@Disposes AfterTheAnswer afterTheAnswer) {
    afterTheAnswer.close();
  }

  @Produces
  @Singleton
  TellOwner tellOwner(MessageOutbox messages) {
    return new TellOwner(messages);
  }

  @Produces
  @Singleton
  SendToken sendToken(
      UserTokens tokens, TokenIssuer issuer, TellOwner tellOwner, SystemClock system) {
    return new SendToken(tokens, issuer, tellOwner, system);
  }

  @Produces
  @Singleton
  CheckPassword checkPassword(
      Users users,
      FailureCounts failures,
      KeyedDigest digest,
      Argon2PasswordHasher hasher,
      TellOwner tellOwner,
      EventOutbox outbox,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "looks for an account and its failures before it is known who asks")
          UnitOfWork unitOfWork,
      SystemClock system) {
    return new CheckPassword(
        users, failures, digest, hasher, tellOwner, outbox, unitOfWork, system);
  }

  @Produces
  @Singleton
  StorePassword storePassword(
      Users users,
      UserTokens tokens,
      EndSessions endSessions,
      TellOwner tellOwner,
      EventOutbox outbox,
      MarketClock market,
      SystemClock system) {
    return new StorePassword(users, tokens, endSessions, tellOwner, outbox, market, system);
  }

  @Produces
  @Singleton
  VerifyEmail verifyEmail(
      UserTokens tokens,
      Users users,
      TellOwner tellOwner,
      EventOutbox outbox,
      @InRole(value = DatabaseRole.AUTHENTICATOR, because = "knows the account by the token alone")
          UnitOfWork unitOfWork,
      MarketClock market,
      SystemClock system) {
    return new VerifyEmail(tokens, users, tellOwner, outbox, unitOfWork, market, system);
  }

  @Produces
  @Singleton
  ResendVerification resendVerification(
      Access access,
      Users users,
      SendToken sendToken,
      @InRole(value = DatabaseRole.AUTHENTICATOR, because = "keeps what a token is known by")
          UnitOfWork unitOfWork) {
    return new ResendVerification(access, users, sendToken, unitOfWork);
  }

  @Produces
  @Singleton
  ForgotPassword forgotPassword(
      Users users,
      SendToken sendToken,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "looks for an account before it is known who asks")
          UnitOfWork unitOfWork) {
    return new ForgotPassword(users, sendToken, unitOfWork);
  }

  @Produces
  @Singleton
  ResetPassword resetPassword(
      UserTokens tokens,
      Users users,
      Argon2PasswordHasher hasher,
      StorePassword storePassword,
      @InRole(value = DatabaseRole.AUTHENTICATOR, because = "knows the account by the token alone")
          UnitOfWork unitOfWork,
      SystemClock system) {
    return new ResetPassword(tokens, users, hasher, storePassword, unitOfWork, system);
  }

  @Produces
  @Singleton
  ChangePassword changePassword(
      Access access,
      Users users,
      CheckPassword checkPassword,
      Argon2PasswordHasher hasher,
      StorePassword storePassword,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "takes away tokens that were sent before")
          UnitOfWork unitOfWork) {
    return new ChangePassword(access, users, checkPassword, hasher, storePassword, unitOfWork);
  }

  @Produces
  @Singleton
  ChangeEmail changeEmail(
      Access access,
      Users users,
      CheckPassword checkPassword,
      SendToken sendToken,
      TellOwner tellOwner,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "looks whether somebody else has the address")
          UnitOfWork unitOfWork) {
    return new ChangeEmail(access, users, checkPassword, sendToken, tellOwner, unitOfWork);
  }

  @Produces
  @Singleton
  SendPhoneCode sendPhoneCode(
      Access access,
      Users users,
      PhoneChallenges challenges,
      TokenIssuer issuer,
      Argon2PasswordHasher hasher,
      TellOwner tellOwner,
      @InRole(value = DatabaseRole.AUTHENTICATOR, because = "keeps what a code is known by")
          UnitOfWork unitOfWork,
      SystemClock system) {
    return new SendPhoneCode(
        access, users, challenges, issuer, hasher, tellOwner, unitOfWork, system);
  }

  @Produces
  @Singleton
  VerifyPhone verifyPhone(
      Access access,
      Users users,
      PhoneChallenges challenges,
      Argon2PasswordHasher hasher,
      EventOutbox outbox,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "compares a code with what it is known by")
          UnitOfWork unitOfWork,
      MarketClock market,
      SystemClock system) {
    return new VerifyPhone(access, users, challenges, hasher, outbox, unitOfWork, market, system);
  }

  @Produces
  @Singleton
  OwnAccount ownAccount(Access access, Users users, UnitOfWork unitOfWork) {
    return new OwnAccount(access, users, unitOfWork);
  }

  @Produces
  @Singleton
  ChangeOwnProfile changeOwnProfile(
      Access access, Users users, EventOutbox outbox, UnitOfWork unitOfWork, MarketClock market) {
    return new ChangeOwnProfile(access, users, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  CloseAccount closeAccount(
      Access access,
      Users users,
      CheckPassword checkPassword,
      EndSessions endSessions,
      EventOutbox outbox,
      @InRole(
              value = DatabaseRole.AUTHENTICATOR,
              because = "shows once more who asks before the account ends")
          UnitOfWork unitOfWork,
      MarketClock market,
      SystemClock system) {
    return new CloseAccount(
        access, users, checkPassword, endSessions, outbox, unitOfWork, market, system);
  }

  @Produces
  @Singleton
  PersonDetails personDetails(
      Access access,
      Users users,
      Sessions sessions,
      Disclosures disclosures,
      UnitOfWork unitOfWork) {
    return new PersonDetails(
        access, users, new MyBatisJoinedPersons(sessions), disclosures, unitOfWork);
  }

  @Produces
  @Singleton
  AccountList accountList(
      Access access, AccountDirectory directory, Disclosures disclosures, UnitOfWork unitOfWork) {
    return new AccountList(access, directory, disclosures, unitOfWork);
  }

  @Produces
  @Singleton
  AccountDetails accountDetails(
      Access access, AccountDirectory directory, Disclosures disclosures, UnitOfWork unitOfWork) {
    return new AccountDetails(access, directory, disclosures, unitOfWork);
  }

  @Produces
  @Singleton
  ActOnAccount actOnAccount(
      Access access,
      Users users,
      AccountDirectory directory,
      EndSessions endSessions,
      TellOwner tellOwner,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market,
      SystemClock system) {
    return new ActOnAccount(
        access, users, directory, endSessions, tellOwner, outbox, unitOfWork, market, system);
  }

  @Produces
  @Singleton
  Job pruneSecrets(
      UserTokens tokens,
      PhoneChallenges challenges,
      SecondFactors factors,
      FailureCounts failures,
      UnitOfWork unitOfWork,
      SystemClock system) {
    var prune = new PruneSecrets(tokens, challenges, factors, failures, unitOfWork, system);
    return new Job(
        "prune-secrets",
        Duration.ofHours(1),
        Job.Due.BY_SYSTEM,
        () -> {
          var _ = prune.handle();
        });
  }
}
