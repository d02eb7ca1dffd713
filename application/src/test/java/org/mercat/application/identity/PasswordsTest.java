package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.Newcomers.ADA;
import static org.mercat.application.identity.Newcomers.LAPTOP;
import static org.mercat.application.identity.Newcomers.PASSWORD;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.OneTimeToken;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordRules.Weakness;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserEvent.PasswordChanged;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.notification.Message;

/** A password that is forgotten, reset or changed. */
class PasswordsTest {

  private static final Password NEXT = Password.chosen("difference engine");

  private final Newcomers newcomers = new Newcomers();
  private final UserId ada = newcomers.ada();

  @Test
  void a_mailed_token_sets_another_password_once_and_ends_every_session() {
    var signedIn = newcomers.adaSignedIn();
    assertThat(forgot(ADA)).isEqualTo(ForgotPassword.Outcome.SENT);
    var token = mailed();

    assertThat(reset(token, NEXT)).isEqualTo(new ResetPassword.Outcome.Changed());

    assertThat(newcomers.outbox.events())
        .contains(new PasswordChanged(ada, newcomers.clock.instant()));
    assertThat(newcomers.told(Message.PasswordChanged.class).at())
        .isEqualTo(newcomers.clock.instant());
    newcomers.clock.set(newcomers.clock.instant().plusSeconds(1));
    assertThat(newcomers.authenticate(signedIn))
        .isInstanceOf(AuthenticateCaller.Outcome.Refused.class);
    assertThat(signIn(PASSWORD)).isInstanceOf(LogIn.Outcome.Refused.class);
    assertThat(signIn(NEXT)).isInstanceOf(LogIn.Outcome.LoggedIn.class);
    assertThat(reset(token, PASSWORD)).isEqualTo(new ResetPassword.Outcome.BadToken());
  }

  @Test
  void nothing_is_sent_to_an_unknown_address_and_not_twice_in_a_minute() {
    assertThat(forgot(EmailAddress.of("nobody@example.org")))
        .isEqualTo(ForgotPassword.Outcome.NOT_SENT);
    assertThat(forgot(ADA)).isEqualTo(ForgotPassword.Outcome.SENT);
    assertThat(forgot(ADA)).isEqualTo(ForgotPassword.Outcome.NOT_SENT);
  }

  @ParameterizedTest
  @EnumSource(names = {"INACTIVE", "SUSPENDED", "BANNED"})
  void an_account_that_is_not_open_gets_no_token_and_uses_none(Status status) {
    assertThat(forgot(ADA)).isEqualTo(ForgotPassword.Outcome.SENT);
    var token = mailed();
    newcomers.put(ada, status);
    newcomers.clock.set(newcomers.clock.instant().plusSeconds(60));

    assertThat(forgot(ADA)).isEqualTo(ForgotPassword.Outcome.NOT_SENT);
    assertThat(reset(token, NEXT)).isEqualTo(new ResetPassword.Outcome.BadToken());
  }

  @Test
  void a_token_expires_and_one_that_verifies_an_address_resets_nothing() {
    assertThat(forgot(ADA)).isEqualTo(ForgotPassword.Outcome.SENT);
    var token = mailed();
    var other = new OneTimeToken(newcomers.told(Message.VerifyEmail.class).token().value());

    assertThat(reset(other, NEXT)).isEqualTo(new ResetPassword.Outcome.BadToken());
    newcomers.clock.set(newcomers.clock.instant().plus(Duration.ofHours(1)));
    assertThat(reset(token, NEXT)).isEqualTo(new ResetPassword.Outcome.BadToken());
  }

  @Test
  void a_weak_password_leaves_the_token_for_another_try() {
    assertThat(forgot(ADA)).isEqualTo(ForgotPassword.Outcome.SENT);
    var token = mailed();

    assertThat(reset(token, new Password("password1")))
        .isEqualTo(new ResetPassword.Outcome.TooWeak(Weakness.COMMON));
    assertThat(reset(token, new Password("lovelace-1815")))
        .isEqualTo(new ResetPassword.Outcome.TooWeak(Weakness.ABOUT_ITS_OWNER));
    assertThat(reset(token, NEXT)).isEqualTo(new ResetPassword.Outcome.Changed());
  }

  @Test
  void whoever_changes_the_password_keeps_this_session_only() {
    var here = newcomers.adaSignedIn();
    var elsewhere = newcomers.adaSignedIn();

    assertThat(change(here, PASSWORD, NEXT)).isEqualTo(new ChangePassword.Outcome.Changed());

    newcomers.clock.set(newcomers.clock.instant().plusSeconds(1));
    assertThat(newcomers.authenticate(here))
        .isInstanceOf(AuthenticateCaller.Outcome.Authenticated.class);
    assertThat(newcomers.authenticate(elsewhere))
        .isInstanceOf(AuthenticateCaller.Outcome.Refused.class);
    assertThat(signIn(NEXT)).isInstanceOf(LogIn.Outcome.LoggedIn.class);
  }

  @Test
  void it_takes_the_present_password_and_a_good_next_one() {
    var here = newcomers.adaSignedIn();

    assertThat(change(here, PASSWORD, new Password("12345678")))
        .isEqualTo(new ChangePassword.Outcome.TooWeak(Weakness.COMMON));
    for (var guess = 0; guess < 5; guess++) {
      assertThat(change(here, new Password("guess " + guess), NEXT))
          .isEqualTo(new ChangePassword.Outcome.WrongPassword());
    }
    assertThat(change(here, PASSWORD, NEXT))
        .isEqualTo(new ChangePassword.Outcome.Locked(Duration.ofMinutes(1)));
  }

  @Test
  void a_changed_password_makes_a_token_that_was_sent_before_worthless() {
    var here = newcomers.adaSignedIn();
    assertThat(forgot(ADA)).isEqualTo(ForgotPassword.Outcome.SENT);
    var token = mailed();

    assertThat(change(here, PASSWORD, NEXT)).isEqualTo(new ChangePassword.Outcome.Changed());

    assertThat(reset(token, PASSWORD)).isEqualTo(new ResetPassword.Outcome.BadToken());
  }

  private ForgotPassword.Outcome forgot(EmailAddress email) {
    return newcomers.forgotPassword.handle(new ForgotPassword.Command(email));
  }

  private OneTimeToken mailed() {
    return new OneTimeToken(newcomers.told(Message.ResetPassword.class).token().value());
  }

  private ResetPassword.Outcome reset(OneTimeToken token, Password password) {
    return newcomers.resetPassword.handle(new ResetPassword.Command(token, password));
  }

  private ChangePassword.Outcome change(
      LogIn.Outcome.LoggedIn signedIn, Password current, Password next) {
    var outcome = newcomers.authenticate(signedIn);
    assertThat(outcome).isInstanceOf(AuthenticateCaller.Outcome.Authenticated.class);
    var authenticated = (AuthenticateCaller.Outcome.Authenticated) outcome;
    return newcomers.changePassword.handle(
        new ChangePassword.Command(authenticated.caller(), authenticated.session(), current, next));
  }

  private LogIn.Outcome signIn(Password password) {
    return newcomers.logIn.handle(new LogIn.Command(ADA, password, LAPTOP));
  }
}
