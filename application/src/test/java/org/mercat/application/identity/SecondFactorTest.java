package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.Newcomers.ADA;
import static org.mercat.application.identity.Newcomers.LAPTOP;
import static org.mercat.application.identity.Newcomers.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.OneTimeToken;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.RecoveryCode;
import org.mercat.domain.identity.SecondFactor;
import org.mercat.domain.identity.SecondFactorCode;
import org.mercat.domain.identity.SecondFactorEvent.RecoveryCodeUsed;
import org.mercat.domain.identity.SecondFactorEvent.RecoveryCodesRenewed;
import org.mercat.domain.identity.SecondFactorEvent.SecondFactorAdded;
import org.mercat.domain.identity.SecondFactorEvent.SecondFactorRemoved;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.TotpCode;
import org.mercat.domain.identity.TotpSecret;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserEvent.SignInLocked;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.notification.Message;
import org.mercat.domain.notification.Message.SecondFactorChanged.Change;
import org.mercat.domain.shared.Role;

/** A code beside the password: from its setting up to its end. */
class SecondFactorTest {

  private static final RecoveryCode NO_CODE = RecoveryCode.of("nobody has this one");

  private final Newcomers newcomers = new Newcomers();
  private final UserId ada = newcomers.ada();
  private final SessionId here = sessionOf(newcomers.adaSignedIn());

  @Test
  void nothing_is_asked_before_a_code_has_shown_that_the_secret_is_known() {
    var secret = begun();

    assertThat(signIn(Optional.empty())).isInstanceOf(LogIn.Outcome.LoggedIn.class);
    assertThat(activate(wrong(secret))).isEqualTo(new ActivateSecondFactor.Outcome.WrongCode());
    assertThat(signIn(Optional.empty())).isInstanceOf(LogIn.Outcome.LoggedIn.class);
  }

  @Test
  void the_right_password_and_a_code_sign_in_and_neither_does_alone() {
    var secret = activated().secret();
    later();

    assertThat(signIn(Optional.empty())).isEqualTo(new LogIn.Outcome.CodeRequired());
    assertThat(signIn(new Password("guess"), Optional.of(shown(secret))))
        .isEqualTo(new LogIn.Outcome.Refused());
    assertThat(signIn(Optional.of(wrong(secret)))).isEqualTo(new LogIn.Outcome.WrongCode());
    assertThat(signIn(Optional.of(shown(secret)))).isInstanceOf(LogIn.Outcome.LoggedIn.class);
  }

  @Test
  void a_code_is_good_once() {
    var active = activated();

    assertThat(signIn(Optional.of(shown(active.secret()))))
        .as("the code that has activated it")
        .isEqualTo(new LogIn.Outcome.WrongCode());
    later();
    var code = shown(active.secret());
    assertThat(signIn(Optional.of(code))).isInstanceOf(LogIn.Outcome.LoggedIn.class);
    assertThat(signIn(Optional.of(code))).isEqualTo(new LogIn.Outcome.WrongCode());
  }

  @Test
  void a_recovery_code_takes_its_place_once_and_the_owner_is_told() {
    var active = activated();
    var code = active.codes().getFirst();

    assertThat(signIn(Optional.of(code))).isInstanceOf(LogIn.Outcome.LoggedIn.class);

    var now = newcomers.clock.instant();
    assertThat(newcomers.outbox.events())
        .contains(new RecoveryCodeUsed(ada, RecoveryCode.SET - 1, now));
    assertThat(told(Change.RECOVERY_CODE_USED)).isTrue();
    assertThat(signIn(Optional.of(code))).isEqualTo(new LogIn.Outcome.WrongCode());
    assertThat(signIn(Optional.of(NO_CODE))).isEqualTo(new LogIn.Outcome.WrongCode());
    assertThat(signIn(Optional.of(active.codes().getLast())))
        .isInstanceOf(LogIn.Outcome.LoggedIn.class);
  }

  @Test
  void five_wrong_codes_lock_the_right_one_out_and_the_owner_is_told() {
    var secret = activated().secret();
    later();
    for (var tries = 0; tries < 5; tries++) {
      assertThat(signIn(Optional.of(NO_CODE))).isEqualTo(new LogIn.Outcome.WrongCode());
    }

    assertThat(signIn(Optional.of(shown(secret))))
        .isEqualTo(new LogIn.Outcome.Locked(Duration.ofMinutes(1)));

    var now = newcomers.clock.instant();
    assertThat(newcomers.outbox.events())
        .contains(new SignInLocked(ada, now.plus(Duration.ofMinutes(1)), now));
    assertThat(newcomers.told()).hasAtLeastOneElementOfType(Message.AccountLocked.class);
    newcomers.clock.advance(Duration.ofMinutes(1));
    assertThat(signIn(Optional.of(shown(secret)))).isInstanceOf(LogIn.Outcome.LoggedIn.class);
  }

  @Test
  void the_right_password_alone_forgives_no_wrong_code() {
    var secret = activated().secret();
    later();
    for (var tries = 0; tries < 5; tries++) {
      assertThat(signIn(Optional.of(NO_CODE))).isEqualTo(new LogIn.Outcome.WrongCode());
      assertThat(signIn(Optional.empty())).isEqualTo(new LogIn.Outcome.CodeRequired());
    }

    assertThat(signIn(Optional.of(shown(secret)))).isInstanceOf(LogIn.Outcome.Locked.class);
  }

  @Test
  void setting_it_up_ends_the_other_sessions_and_tells_the_owner() {
    var elsewhere = newcomers.adaSignedIn();
    assertThat(isIn(elsewhere)).isTrue();

    var codes = activated().codes();

    newcomers.clock.advance(AuthenticateCaller.MEMORY);
    assertThat(isIn(elsewhere)).isFalse();
    assertThat(newcomers.unitOfWork.run(() -> newcomers.sessions.find(here)).orElseThrow())
        .matches(session -> session.isLive(newcomers.clock.instant()));
    assertThat(codes).hasSize(RecoveryCode.SET).doesNotHaveDuplicates();
    assertThat(newcomers.outbox.events()).hasAtLeastOneElementOfType(SecondFactorAdded.class);
    assertThat(told(Change.ADDED)).isTrue();
  }

  @Test
  void it_takes_the_password_to_begin_and_is_begun_once() {
    var caller = newcomers.caller(ada);
    var guess = new Password("guess");

    assertThat(begin(caller, guess)).isEqualTo(new BeginSecondFactor.Outcome.WrongPassword());
    var _ = activated();
    assertThat(begin(caller, PASSWORD)).isEqualTo(new BeginSecondFactor.Outcome.AlreadyActive());
    for (var tries = 0; tries < 5; tries++) {
      assertThat(begin(caller, guess)).isEqualTo(new BeginSecondFactor.Outcome.WrongPassword());
    }
    assertThat(begin(caller, PASSWORD)).isInstanceOf(BeginSecondFactor.Outcome.Locked.class);
  }

  @Test
  void a_secret_that_was_shown_waits_ten_minutes_for_its_code() {
    var secret = begun();
    newcomers.clock.advance(SecondFactor.SETTING_UP);

    assertThat(activate(shown(secret))).isEqualTo(new ActivateSecondFactor.Outcome.NothingBegun());
    newcomers.clock.advance(Duration.ofMillis(1));
    assertThat(newcomers.pruneSecrets.handle()).isEqualTo(1);
  }

  @Test
  void what_is_active_is_not_activated_again() {
    var secret = activated().secret();
    later();

    assertThat(activate(shown(secret))).isEqualTo(new ActivateSecondFactor.Outcome.NothingBegun());
  }

  @Test
  void guesses_at_a_secret_that_is_being_set_up_are_counted_too() {
    var secret = begun();
    for (var tries = 0; tries < 5; tries++) {
      assertThat(activate(wrong(secret))).isEqualTo(new ActivateSecondFactor.Outcome.WrongCode());
    }

    assertThat(activate(shown(secret))).isInstanceOf(ActivateSecondFactor.Outcome.Locked.class);
  }

  @Test
  void new_recovery_codes_make_the_old_ones_worthless() {
    var active = activated();
    later();

    var outcome = renew(shown(active.secret()));

    assertThat(outcome).isInstanceOf(RenewRecoveryCodes.Outcome.Renewed.class);
    var codes = ((RenewRecoveryCodes.Outcome.Renewed) outcome).codes();
    assertThat(codes).hasSize(RecoveryCode.SET).doesNotContainAnyElementsOf(active.codes());
    assertThat(newcomers.outbox.events()).hasAtLeastOneElementOfType(RecoveryCodesRenewed.class);
    assertThat(told(Change.RECOVERY_CODES_RENEWED)).isTrue();
    assertThat(signIn(Optional.of(active.codes().getFirst())))
        .isEqualTo(new LogIn.Outcome.WrongCode());
    assertThat(signIn(Optional.of(codes.getFirst()))).isInstanceOf(LogIn.Outcome.LoggedIn.class);
    assertThat(renew(NO_CODE)).isEqualTo(new RenewRecoveryCodes.Outcome.WrongCode());
  }

  @Test
  void it_ends_by_password_and_code_and_the_owner_is_told() {
    var secret = activated().secret();
    later();
    var code = shown(secret);

    assertThat(end(new Password("guess"), code))
        .isEqualTo(new EndSecondFactor.Outcome.WrongPassword());
    assertThat(end(PASSWORD, wrong(secret))).isEqualTo(new EndSecondFactor.Outcome.WrongCode());
    assertThat(end(PASSWORD, code)).isEqualTo(new EndSecondFactor.Outcome.Ended());

    assertThat(newcomers.outbox.events()).hasAtLeastOneElementOfType(SecondFactorRemoved.class);
    assertThat(told(Change.REMOVED)).isTrue();
    assertThat(signIn(Optional.empty())).isInstanceOf(LogIn.Outcome.LoggedIn.class);
    assertThat(end(PASSWORD, code)).isEqualTo(new EndSecondFactor.Outcome.NotActive());
    assertThat(renew(code)).isEqualTo(new RenewRecoveryCodes.Outcome.NotActive());
  }

  @Test
  void whoever_has_lost_it_is_helped_by_an_administrator() {
    var secret = activated().secret();
    later();
    var admin = new Caller(new UserId(UUID.randomUUID()), Set.of(Role.ADMIN));
    var signedIn = (LogIn.Outcome.LoggedIn) signIn(Optional.of(shown(secret)));

    assertThat(reset(newcomers.caller(ada), ada))
        .isEqualTo(new ResetSecondFactor.Outcome.Forbidden());
    assertThat(reset(new Caller(ada, Set.of(Role.ADMIN)), ada))
        .isEqualTo(new ResetSecondFactor.Outcome.Own());
    assertThat(reset(admin, new UserId(UUID.randomUUID())))
        .isEqualTo(new ResetSecondFactor.Outcome.NotFound());
    assertThat(isIn(signedIn)).isTrue();
    assertThat(reset(admin, ada)).isEqualTo(new ResetSecondFactor.Outcome.Done());

    newcomers.clock.advance(AuthenticateCaller.MEMORY);
    assertThat(isIn(signedIn)).isFalse();
    assertThat(newcomers.outbox.events()).hasAtLeastOneElementOfType(SecondFactorRemoved.class);
    assertThat(told(Change.REMOVED)).isTrue();
    assertThat(signIn(Optional.empty())).isInstanceOf(LogIn.Outcome.LoggedIn.class);
    assertThat(reset(admin, ada)).isEqualTo(new ResetSecondFactor.Outcome.NotActive());
  }

  @Test
  void an_administrators_is_left_to_those_who_make_administrators() {
    var boss = newcomers.users.find(ada).orElseThrow();
    newcomers.users.update(
        new UserAccount(
            ada,
            boss.email(),
            boss.emailVerifiedAt(),
            boss.password(),
            Set.of(Role.ADMIN),
            boss.profile(),
            boss.standing(),
            boss.registeredAt(),
            boss.version()));
    var _ = activated();
    var other = new UserId(UUID.randomUUID());

    assertThat(reset(new Caller(other, Set.of(Role.ADMIN)), ada))
        .isEqualTo(new ResetSecondFactor.Outcome.Forbidden());
    assertThat(reset(new Caller(other, Set.of(Role.SUPER_ADMIN)), ada))
        .isEqualTo(new ResetSecondFactor.Outcome.Done());
  }

  @Test
  void another_password_by_mail_does_not_go_round_it() {
    var secret = activated().secret();
    later();
    var next = Password.chosen("difference engine");
    var _ = newcomers.forgotPassword.handle(new ForgotPassword.Command(ADA));
    var token = new OneTimeToken(newcomers.told(Message.ResetPassword.class).token().value());
    assertThat(newcomers.resetPassword.handle(new ResetPassword.Command(token, next)))
        .isEqualTo(new ResetPassword.Outcome.Changed());

    assertThat(signIn(next, Optional.empty())).isEqualTo(new LogIn.Outcome.CodeRequired());
    assertThat(signIn(next, Optional.of(shown(secret)))).isInstanceOf(LogIn.Outcome.LoggedIn.class);
  }

  @Test
  void an_administrator_lacks_one_where_the_market_wants_it() {
    var admin = new Caller(ada, Set.of(Role.ADMIN));
    assertThat(missing(admin)).isEqualTo(AdminSecondFactor.Outcome.NOTHING_MISSING);

    newcomers.factors.want(true);

    assertThat(missing(admin)).isEqualTo(AdminSecondFactor.Outcome.MISSING);
    assertThat(missing(newcomers.caller(ada))).isEqualTo(AdminSecondFactor.Outcome.NOTHING_MISSING);
    var _ = activated();
    assertThat(missing(admin)).isEqualTo(AdminSecondFactor.Outcome.NOTHING_MISSING);
  }

  @Test
  void whoever_may_do_nothing_with_an_account_does_nothing_with_this() {
    var nobody = new Caller(ada, Set.of(), Set.of());
    var session = new SessionId(UUID.randomUUID());
    var code = new TotpCode("123456");

    assertThat(begin(nobody, PASSWORD)).isEqualTo(new BeginSecondFactor.Outcome.Forbidden());
    assertThat(
            newcomers.activateSecondFactor.handle(
                new ActivateSecondFactor.Command(nobody, session, code)))
        .isEqualTo(new ActivateSecondFactor.Outcome.Forbidden());
    assertThat(
            newcomers.renewRecoveryCodes.handle(
                new RenewRecoveryCodes.Command(nobody, session, code)))
        .isEqualTo(new RenewRecoveryCodes.Outcome.Forbidden());
    assertThat(
            newcomers.endSecondFactor.handle(
                new EndSecondFactor.Command(nobody, session, PASSWORD, code)))
        .isEqualTo(new EndSecondFactor.Outcome.Forbidden());
  }

  private record Active(TotpSecret secret, List<RecoveryCode> codes) {}

  private Active activated() {
    var secret = begun();
    var outcome = activate(shown(secret));
    assertThat(outcome).isInstanceOf(ActivateSecondFactor.Outcome.Activated.class);
    return new Active(secret, ((ActivateSecondFactor.Outcome.Activated) outcome).codes());
  }

  private TotpSecret begun() {
    var outcome = begin(newcomers.caller(ada), PASSWORD);
    assertThat(outcome).isInstanceOf(BeginSecondFactor.Outcome.Begun.class);
    return ((BeginSecondFactor.Outcome.Begun) outcome).secret();
  }

  private BeginSecondFactor.Outcome begin(Caller caller, Password password) {
    return newcomers.beginSecondFactor.handle(
        new BeginSecondFactor.Command(caller, here, password));
  }

  private ActivateSecondFactor.Outcome activate(TotpCode code) {
    return newcomers.activateSecondFactor.handle(
        new ActivateSecondFactor.Command(newcomers.caller(ada), here, code));
  }

  private RenewRecoveryCodes.Outcome renew(SecondFactorCode code) {
    return newcomers.renewRecoveryCodes.handle(
        new RenewRecoveryCodes.Command(newcomers.caller(ada), here, code));
  }

  private EndSecondFactor.Outcome end(Password password, SecondFactorCode code) {
    return newcomers.endSecondFactor.handle(
        new EndSecondFactor.Command(newcomers.caller(ada), here, password, code));
  }

  private ResetSecondFactor.Outcome reset(Caller caller, UserId user) {
    return newcomers.resetSecondFactor.handle(new ResetSecondFactor.Command(caller, user));
  }

  private AdminSecondFactor.Outcome missing(Caller caller) {
    return newcomers.adminSecondFactor.handle(new AdminSecondFactor.Command(caller));
  }

  private LogIn.Outcome signIn(Optional<SecondFactorCode> code) {
    return signIn(PASSWORD, code);
  }

  private LogIn.Outcome signIn(Password password, Optional<SecondFactorCode> code) {
    return newcomers.logIn.handle(new LogIn.Command(ADA, password, code, LAPTOP));
  }

  private TotpCode shown(TotpSecret secret) {
    return secret.code(TotpSecret.step(newcomers.clock.instant()));
  }

  /** A code that no clock near ours shows. */
  private TotpCode wrong(TotpSecret secret) {
    var now = newcomers.clock.instant();
    return LongStream.iterate(TotpSecret.step(now) + 2, step -> step + 1)
        .mapToObj(secret::code)
        .filter(code -> secret.stepOf(code, now).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** Until the authenticator shows the next code. */
  private void later() {
    newcomers.clock.advance(TotpSecret.STEP);
  }

  private boolean isIn(LogIn.Outcome.LoggedIn signedIn) {
    return newcomers.authenticate(signedIn) instanceof AuthenticateCaller.Outcome.Authenticated;
  }

  private SessionId sessionOf(LogIn.Outcome.LoggedIn signedIn) {
    return ((AuthenticateCaller.Outcome.Authenticated) newcomers.authenticate(signedIn)).session();
  }

  private boolean told(Change change) {
    return newcomers.told().stream()
        .anyMatch(
            message ->
                message instanceof Message.SecondFactorChanged(var told, _) && told == change);
  }
}
