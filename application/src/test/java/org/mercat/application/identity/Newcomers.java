package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.audit.RecordDisclosure;
import org.mercat.application.audit.RecordIncident;
import org.mercat.application.audit.port.InMemoryAuditTrail;
import org.mercat.application.identity.port.InMemoryFailureCounts;
import org.mercat.application.identity.port.InMemoryJoinedPersons;
import org.mercat.application.identity.port.InMemoryKeyedDigest;
import org.mercat.application.identity.port.InMemoryPasswordHasher;
import org.mercat.application.identity.port.InMemoryPhoneChallenges;
import org.mercat.application.identity.port.InMemorySecondFactors;
import org.mercat.application.identity.port.InMemoryTokens;
import org.mercat.application.identity.port.InMemoryUserRights;
import org.mercat.application.identity.port.InMemoryUserSessions;
import org.mercat.application.identity.port.InMemoryUserTokens;
import org.mercat.application.identity.port.InMemoryUsers;
import org.mercat.application.identity.port.SampleGrants;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.notification.port.InMemoryMessages;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.InMemoryVerification;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.Message;
import org.mercat.domain.shared.Role;

/** The whole of identity in memory: the use cases over the same stores and one clock. */
public final class Newcomers {

  public static final EmailAddress ADA = EmailAddress.of("ada@example.org");
  public static final Password PASSWORD = Password.chosen("analytical engine");
  public static final SessionOrigin LAPTOP =
      new SessionOrigin(Optional.of("Laptop/1.0"), Optional.of("192.0.2.1"));

  public final InMemoryUsers users = new InMemoryUsers();
  public final InMemoryUserRights rights = new InMemoryUserRights(users);
  public final InMemoryUserSessions sessions = new InMemoryUserSessions();
  public final InMemoryTokens tokens = new InMemoryTokens();
  public final InMemoryPasswordHasher hasher = new InMemoryPasswordHasher();
  public final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  public final SettableClock clock = new SettableClock(SampleGrants.FROM);
  public final InMemoryUserTokens userTokens = new InMemoryUserTokens();
  public final InMemoryPhoneChallenges challenges = new InMemoryPhoneChallenges();
  public final InMemorySecondFactors factors = new InMemorySecondFactors();
  public final InMemoryFailureCounts failures = new InMemoryFailureCounts();
  public final InMemoryJoinedPersons joined = new InMemoryJoinedPersons();
  public final InMemoryVerification verification = new InMemoryVerification(users, false);
  public final InMemoryMessages messages = new InMemoryMessages();
  public final UnitOfWork unitOfWork =
      new InMemoryUnitOfWork(
          users,
          rights,
          sessions,
          outbox,
          userTokens,
          challenges,
          factors,
          failures,
          verification,
          messages);

  public final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final Disclosures disclosures = new RecordDisclosure(trail)::handle;
  private final RecordIncident incidents = new RecordIncident(trail, unitOfWork);

  private final Access access = new AccessRules();
  private final TellOwner tellOwner = new TellOwner(messages);
  private final SendToken sendToken = new SendToken(userTokens, tokens, tellOwner, clock);
  private final InMemoryKeyedDigest digest = new InMemoryKeyedDigest();
  private final CheckPassword checkPassword =
      new CheckPassword(users, failures, digest, hasher, tellOwner, outbox, unitOfWork, clock);
  private final CheckCode checkCode =
      new CheckCode(factors, failures, digest, tellOwner, outbox, clock);
  public final RegisterUser registerUser =
      new RegisterUser(
          users, verification, hasher, sendToken, tellOwner, outbox, unitOfWork, clock);
  public final EnsureFirstAdmin ensureFirstAdmin =
      new EnsureFirstAdmin(users, hasher, outbox, unitOfWork, clock);
  public final OpenSession openSession = new OpenSession(sessions, tokens, outbox);
  public final EndSessions endSessions = new EndSessions(sessions, outbox);
  public final LogIn logIn =
      new LogIn(users, checkPassword, checkCode, openSession, hasher, tokens, unitOfWork, clock);
  public final AuthenticateCaller authenticateCaller =
      new AuthenticateCaller(tokens, sessions, users, rights, incidents::handle, unitOfWork, clock);
  public final LogOut logOut = new LogOut(sessions, authenticateCaller, outbox, unitOfWork, clock);
  public final RefreshSession refreshSession =
      new RefreshSession(sessions, users, tokens, outbox, unitOfWork, clock);
  public final WhoAmI whoAmI = new WhoAmI(users, unitOfWork);

  private final StorePassword storePassword =
      new StorePassword(users, userTokens, endSessions, tellOwner, outbox, clock, clock);
  public final VerifyEmail verifyEmail =
      new VerifyEmail(userTokens, users, tellOwner, outbox, unitOfWork, clock, clock);
  public final ResendVerification resendVerification =
      new ResendVerification(access, users, sendToken, unitOfWork);
  public final ForgotPassword forgotPassword = new ForgotPassword(users, sendToken, unitOfWork);
  public final ResetPassword resetPassword =
      new ResetPassword(userTokens, users, hasher, storePassword, unitOfWork, clock);
  public final ChangePassword changePassword =
      new ChangePassword(access, users, checkPassword, hasher, storePassword, unitOfWork);
  public final ChangeEmail changeEmail =
      new ChangeEmail(access, users, checkPassword, sendToken, tellOwner, unitOfWork);
  public final SendPhoneCode sendPhoneCode =
      new SendPhoneCode(access, users, challenges, tokens, hasher, tellOwner, unitOfWork, clock);
  public final VerifyPhone verifyPhone =
      new VerifyPhone(access, users, challenges, hasher, outbox, unitOfWork, clock, clock);
  public final OwnAccount ownAccount = new OwnAccount(access, users, unitOfWork);
  public final ChangeOwnProfile changeOwnProfile =
      new ChangeOwnProfile(access, users, outbox, unitOfWork, clock);
  public final CloseAccount closeAccount =
      new CloseAccount(access, users, checkPassword, endSessions, outbox, unitOfWork, clock, clock);
  public final PersonDetails personDetails =
      new PersonDetails(access, users, joined, disclosures, unitOfWork);
  public final AccountList accountList = new AccountList(access, users, disclosures, unitOfWork);
  public final AccountDetails accountDetails =
      new AccountDetails(access, users, disclosures, unitOfWork);
  public final ActOnAccount actOnAccount =
      new ActOnAccount(
          access, users, users, endSessions, tellOwner, outbox, unitOfWork, clock, clock);
  public final PruneSecrets pruneSecrets =
      new PruneSecrets(userTokens, challenges, factors, failures, unitOfWork, clock);

  private final IssueRecoveryCodes issueRecoveryCodes = new IssueRecoveryCodes(factors, tokens);
  private final TellOfSecondFactor tellOfSecondFactor =
      new TellOfSecondFactor(endSessions, tellOwner, outbox);
  public final BeginSecondFactor beginSecondFactor =
      new BeginSecondFactor(access, users, checkPassword, factors, tokens, unitOfWork, clock);
  public final ActivateSecondFactor activateSecondFactor =
      new ActivateSecondFactor(
          access,
          users,
          factors,
          checkCode,
          issueRecoveryCodes,
          tellOfSecondFactor,
          unitOfWork,
          clock);
  public final RenewRecoveryCodes renewRecoveryCodes =
      new RenewRecoveryCodes(
          access, users, checkCode, issueRecoveryCodes, tellOfSecondFactor, unitOfWork, clock);
  public final EndSecondFactor endSecondFactor =
      new EndSecondFactor(
          access, users, checkPassword, checkCode, factors, tellOfSecondFactor, unitOfWork, clock);
  public final ResetSecondFactor resetSecondFactor =
      new ResetSecondFactor(access, users, factors, tellOfSecondFactor, unitOfWork, clock);
  public final AdminSecondFactor adminSecondFactor = new AdminSecondFactor(factors, unitOfWork);

  /** Registers Ada. */
  public UserId ada() {
    var outcome =
        registerUser.handle(
            new RegisterUser.Command(
                ADA, PASSWORD, new PersonName("Ada", "Lovelace"), Role.CLIENT));
    assertThat(outcome).isInstanceOf(RegisterUser.Outcome.Registered.class);
    return ((RegisterUser.Outcome.Registered) outcome).user();
  }

  /** Signs Ada in. */
  public LogIn.Outcome.LoggedIn adaSignedIn() {
    var outcome = logIn.handle(new LogIn.Command(ADA, PASSWORD, LAPTOP));
    assertThat(outcome).isInstanceOf(LogIn.Outcome.LoggedIn.class);
    return (LogIn.Outcome.LoggedIn) outcome;
  }

  /** Ada as the caller of something. */
  public Caller caller(UserId user) {
    return new Caller(user, Set.of(Role.CLIENT));
  }

  /** The last message to be sent that is of this kind. */
  public <M extends Message> M told(Class<M> kind) {
    var all = told();
    assertThat(all).as("messages").hasAtLeastOneElementOfType(kind);
    return kind.cast(all.reversed().stream().filter(kind::isInstance).findFirst().orElseThrow());
  }

  /** Every message that is to be sent, in the order of their coming. */
  public List<Message> told() {
    return messages.waiting().stream().map(Envelope::message).toList();
  }

  public UserAccount account(UserId user) {
    return unitOfWork.run(() -> users.find(user)).orElseThrow();
  }

  public AuthenticateCaller.Outcome authenticate(LogIn.Outcome.LoggedIn signedIn) {
    return authenticateCaller.handle(new AuthenticateCaller.Command(signedIn.accessToken().text()));
  }

  /** Changes the status of an account, as its owner or an administrator does. */
  public void put(UserId user, Status status) {
    var changed =
        unitOfWork.run(
            () -> {
              var account = users.find(user).orElseThrow();
              var like = SampleUsers.account(user, account.email(), account.roles(), status);
              var next =
                  new UserAccount(
                      user,
                      account.email(),
                      like.emailVerifiedAt(),
                      account.password(),
                      account.roles(),
                      account.profile(),
                      like.standing(),
                      account.registeredAt(),
                      account.version());
              users.update(next);
              return next;
            });
    assertThat(changed.status()).isEqualTo(status);
  }
}
