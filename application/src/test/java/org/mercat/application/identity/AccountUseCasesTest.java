package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.Newcomers.ADA;
import static org.mercat.application.identity.Newcomers.LAPTOP;
import static org.mercat.application.identity.Newcomers.PASSWORD;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.ActOnAccount.Act;
import org.mercat.application.identity.port.AccountDirectory.Filter;
import org.mercat.application.identity.port.JoinedPersons.Contact;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordRules.Weakness;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserAccount.Refusal;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserEvent.ProfileChanged;
import org.mercat.domain.identity.UserEvent.UserClosed;
import org.mercat.domain.identity.UserEvent.UserSuspended;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.notification.Message;
import org.mercat.domain.shared.Role;

/** An account in the hands of its owner and of those who look after accounts. */
class AccountUseCasesTest {

  private static final Caller ADMIN = new Caller(new UserId(UUID.randomUUID()), Set.of(Role.ADMIN));

  private final Newcomers newcomers = new Newcomers();
  private final UserId ada = newcomers.ada();

  @Test
  void the_owner_says_something_else_about_himself_in_the_version_that_he_saw() {
    var caller = newcomers.caller(ada);
    var profile = SampleUsers.profile();

    var changed =
        newcomers.changeOwnProfile.handle(new ChangeOwnProfile.Command(caller, 0, profile));
    var stale = newcomers.changeOwnProfile.handle(new ChangeOwnProfile.Command(caller, 0, profile));

    assertThat(changed)
        .isInstanceOfSatisfying(
            ChangeOwnProfile.Outcome.Changed.class,
            done -> {
              assertThat(done.account().profile()).isEqualTo(profile);
              assertThat(done.account().version()).isEqualTo(1);
            });
    assertThat(stale).isEqualTo(new ChangeOwnProfile.Outcome.Stale());
    assertThat(newcomers.outbox.events().getLast()).isInstanceOf(ProfileChanged.class);
  }

  @Test
  void saying_the_same_changes_nothing() {
    var account = newcomers.account(ada);
    var command = new ChangeOwnProfile.Command(newcomers.caller(ada), 0, account.profile());

    assertThat(newcomers.changeOwnProfile.handle(command))
        .isEqualTo(new ChangeOwnProfile.Outcome.Changed(account));
    assertThat(newcomers.outbox.events()).noneMatch(ProfileChanged.class::isInstance);
  }

  @Test
  void whoever_closes_the_account_is_out_and_the_address_is_free() {
    var signedIn = newcomers.adaSignedIn();

    assertThat(close(new Password("guess"))).isEqualTo(new CloseAccount.Outcome.WrongPassword());
    assertThat(close(PASSWORD)).isEqualTo(new CloseAccount.Outcome.Closed());

    newcomers.clock.set(newcomers.clock.instant().plusSeconds(1));
    assertThat(newcomers.authenticate(signedIn))
        .isInstanceOf(AuthenticateCaller.Outcome.Refused.class);
    assertThat(newcomers.outbox.events()).anyMatch(UserClosed.class::isInstance);
    assertThat(newcomers.ada()).isNotEqualTo(ada);
  }

  @Test
  void a_closed_account_is_brought_back_unless_its_address_is_taken() {
    assertThat(close(PASSWORD)).isEqualTo(new CloseAccount.Outcome.Closed());
    var next = newcomers.ada();

    assertThat(act(new Act.Restore())).isEqualTo(new ActOnAccount.Outcome.EmailTaken());
    newcomers.put(next, Status.INACTIVE);
    assertThat(act(new Act.Restore())).isInstanceOf(ActOnAccount.Outcome.Done.class);

    assertThat(newcomers.account(ada).status()).isEqualTo(Status.PENDING_VERIFICATION);
    assertThat(newcomers.told(Message.AccountReactivated.class)).isNotNull();
  }

  @Test
  void a_suspended_person_is_out_within_a_second_and_told_why() {
    var signedIn = newcomers.adaSignedIn();

    assertThat(act(new Act.Suspend("spam"))).isInstanceOf(ActOnAccount.Outcome.Done.class);

    newcomers.clock.set(newcomers.clock.instant().plusSeconds(1));
    assertThat(newcomers.authenticate(signedIn))
        .isInstanceOf(AuthenticateCaller.Outcome.Refused.class);
    assertThat(newcomers.logIn.handle(new LogIn.Command(ADA, PASSWORD, LAPTOP)))
        .isEqualTo(new LogIn.Outcome.Refused());
    assertThat(newcomers.told(Message.AccountSuspended.class).reason()).isEqualTo("spam");
    assertThat(newcomers.outbox.events()).anyMatch(UserSuspended.class::isInstance);
  }

  @Test
  void a_suspended_person_is_let_in_again_but_the_old_sessions_stay_ended() {
    var signedIn = newcomers.adaSignedIn();
    assertThat(act(new Act.Suspend("spam"))).isInstanceOf(ActOnAccount.Outcome.Done.class);
    assertThat(act(new Act.Reactivate())).isInstanceOf(ActOnAccount.Outcome.Done.class);

    newcomers.clock.set(newcomers.clock.instant().plusSeconds(1));
    assertThat(newcomers.authenticate(signedIn))
        .isInstanceOf(AuthenticateCaller.Outcome.Refused.class);
    assertThat(newcomers.adaSignedIn().accessToken().text()).isNotBlank();
  }

  @Test
  void what_the_standing_does_not_allow_is_refused_and_an_unknown_account_not_found() {
    assertThat(act(new Act.Reactivate()))
        .isEqualTo(new ActOnAccount.Outcome.Refused(Refusal.ALREADY_SO));
    assertThat(act(new Act.Ban("fraud"))).isInstanceOf(ActOnAccount.Outcome.Done.class);
    assertThat(act(new Act.Suspend("spam")))
        .isEqualTo(new ActOnAccount.Outcome.Refused(Refusal.BANNED));
    var unknown = new UserId(UUID.randomUUID());
    assertThat(
            newcomers.actOnAccount.handle(
                new ActOnAccount.Command(ADMIN, unknown, new Act.Reactivate())))
        .isEqualTo(new ActOnAccount.Outcome.NotFound());
  }

  @Test
  void accounts_are_looked_after_by_administrators_only() {
    var bob = new Caller(new UserId(UUID.randomUUID()), Set.of(Role.CLIENT, Role.PROVIDER));
    var filter = new Filter(Optional.empty(), Optional.empty());
    var page = new PageRequest(10, Optional.empty());

    assertThat(newcomers.accountList.handle(new AccountList.Query(bob, filter, page)))
        .isEqualTo(new AccountList.Outcome.Forbidden());
    assertThat(newcomers.accountDetails.handle(new AccountDetails.Command(bob, ada)))
        .isEqualTo(new AccountDetails.Outcome.Forbidden());
    assertThat(
            newcomers.actOnAccount.handle(
                new ActOnAccount.Command(bob, ada, new Act.Suspend("envy"))))
        .isEqualTo(new ActOnAccount.Outcome.Forbidden());
    assertThat(newcomers.accountList.handle(new AccountList.Query(ADMIN, filter, page)))
        .isInstanceOf(AccountList.Outcome.Found.class);
  }

  @Test
  void an_administrator_sees_when_somebody_has_signed_in_last() {
    var _ = newcomers.adaSignedIn();

    assertThat(newcomers.accountDetails.handle(new AccountDetails.Command(ADMIN, ada)))
        .isInstanceOfSatisfying(
            AccountDetails.Outcome.Found.class,
            found -> assertThat(found.entry().lastLoginAt()).contains(newcomers.clock.instant()));
    assertThat(
            newcomers.accountDetails.handle(
                new AccountDetails.Command(ADMIN, new UserId(UUID.randomUUID()))))
        .isEqualTo(new AccountDetails.Outcome.NotFound());
  }

  @Test
  void a_person_is_seen_by_himself_by_administrators_and_by_a_provider_with_a_booking() {
    var provider = new Caller(new UserId(UUID.randomUUID()), Set.of(Role.PROVIDER));
    var contact = new Contact(new PersonName("Ada", "Client"), Optional.empty());

    assertThat(details(newcomers.caller(ada))).isInstanceOf(PersonDetails.Outcome.Found.class);
    assertThat(details(ADMIN)).isInstanceOf(PersonDetails.Outcome.Found.class);
    assertThat(details(provider)).isEqualTo(new PersonDetails.Outcome.NotFound());
    newcomers.joined.join(ada, provider.user(), contact);
    assertThat(details(provider))
        .isEqualTo(new PersonDetails.Outcome.Found(ada, contact.name(), contact.phone()));
  }

  @Test
  void nobody_registers_with_a_password_that_is_guessed_too_easily() {
    assertThat(register("bob@example.org", "password123"))
        .isEqualTo(new RegisterUser.Outcome.TooWeak(Weakness.COMMON));
    assertThat(register("bobby.tables@example.org", "bobby.tables"))
        .isEqualTo(new RegisterUser.Outcome.TooWeak(Weakness.ABOUT_ITS_OWNER));
  }

  @Test
  void where_addresses_are_verified_a_taken_one_is_answered_like_a_free_one() {
    newcomers.verification.want(true);

    var taken = register(ADA.value(), "another password");

    assertThat(taken)
        .isInstanceOfSatisfying(
            RegisterUser.Outcome.Registered.class,
            registered -> {
              assertThat(registered.me().status()).isEqualTo(Status.PENDING_VERIFICATION);
              assertThat(registered.user()).isNotEqualTo(ada);
            });
    assertThat(newcomers.told().getLast()).isEqualTo(new Message.AlreadyRegistered());
    assertThat(newcomers.account(ada).name()).isEqualTo(new PersonName("Ada", "Lovelace"));
  }

  @Test
  void what_expired_is_forgotten() {
    assertThat(newcomers.forgotPassword.handle(new ForgotPassword.Command(ADA)))
        .isEqualTo(ForgotPassword.Outcome.SENT);
    newcomers.clock.set(newcomers.clock.instant().plus(Duration.ofDays(2)));

    assertThat(newcomers.pruneSecrets.handle()).isEqualTo(2);
    assertThat(newcomers.pruneSecrets.handle()).isZero();
  }

  private CloseAccount.Outcome close(Password password) {
    var session = new SessionId(UUID.randomUUID());
    return newcomers.closeAccount.handle(
        new CloseAccount.Command(newcomers.caller(ada), session, OptionalLong.empty(), password));
  }

  private ActOnAccount.Outcome act(Act act) {
    return newcomers.actOnAccount.handle(new ActOnAccount.Command(ADMIN, ada, act));
  }

  private PersonDetails.Outcome details(Caller caller) {
    return newcomers.personDetails.handle(new PersonDetails.Command(caller, ada));
  }

  private RegisterUser.Outcome register(String email, String password) {
    var name = new PersonName("Bob", "Tables");
    return newcomers.registerUser.handle(
        new RegisterUser.Command(
            EmailAddress.of(email), Password.chosen(password), name, Role.CLIENT));
  }
}
