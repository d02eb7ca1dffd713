package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.Newcomers.ADA;
import static org.mercat.application.identity.Newcomers.PASSWORD;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.OneTimeToken;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserEvent.EmailChanged;
import org.mercat.domain.identity.UserEvent.EmailVerified;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.notification.Message;
import org.mercat.domain.notification.Recipient.Address;
import org.mercat.domain.shared.Role;

class VerifyEmailTest {

  private static final EmailAddress COUNTESS = EmailAddress.of("countess@example.org");

  private final Newcomers newcomers = new Newcomers();
  private final UserId ada = newcomers.ada();

  @Test
  void the_token_of_the_first_mail_makes_an_account_active_once() {
    var token = mailed();

    assertThat(verify(token)).isEqualTo(VerifyEmail.Outcome.VERIFIED);

    assertThat(newcomers.account(ada).status()).isEqualTo(Status.ACTIVE);
    assertThat(newcomers.outbox.events().getLast())
        .isEqualTo(new EmailVerified(ada, newcomers.clock.instant()));
    assertThat(verify(token)).isEqualTo(VerifyEmail.Outcome.BAD_TOKEN);
  }

  @Test
  void an_invented_token_and_one_that_expired_are_not_good() {
    var token = mailed();
    newcomers.clock.set(newcomers.clock.instant().plus(Duration.ofHours(24)));

    assertThat(verify(new OneTimeToken("invented"))).isEqualTo(VerifyEmail.Outcome.BAD_TOKEN);
    assertThat(verify(token)).isEqualTo(VerifyEmail.Outcome.BAD_TOKEN);
    assertThat(newcomers.account(ada).status()).isEqualTo(Status.PENDING_VERIFICATION);
  }

  @ParameterizedTest
  @EnumSource(names = {"SUSPENDED", "BANNED", "INACTIVE"})
  void an_account_that_is_not_open_is_not_verified(Status status) {
    var token = mailed();
    newcomers.put(ada, status);

    assertThat(verify(token)).isEqualTo(VerifyEmail.Outcome.BAD_TOKEN);
  }

  @Test
  void a_token_to_choose_another_password_verifies_nothing() {
    assertThat(newcomers.forgotPassword.handle(new ForgotPassword.Command(ADA)))
        .isEqualTo(ForgotPassword.Outcome.SENT);
    var token = newcomers.told(Message.ResetPassword.class).token().value();

    assertThat(verify(new OneTimeToken(token))).isEqualTo(VerifyEmail.Outcome.BAD_TOKEN);
  }

  @Test
  void another_mail_comes_after_a_minute_and_its_token_is_the_good_one() {
    var first = mailed();

    assertThat(resend()).isEqualTo(ResendVerification.Outcome.TOO_SOON);
    newcomers.clock.set(newcomers.clock.instant().plusSeconds(60));
    assertThat(resend()).isEqualTo(ResendVerification.Outcome.SENT);

    assertThat(verify(first)).isEqualTo(VerifyEmail.Outcome.BAD_TOKEN);
    assertThat(verify(mailed())).isEqualTo(VerifyEmail.Outcome.VERIFIED);
    assertThat(resend()).isEqualTo(ResendVerification.Outcome.NOT_NEEDED);
  }

  @Test
  void another_address_takes_effect_by_its_token_and_the_old_one_is_told() {
    assertThat(changeEmail(COUNTESS)).isInstanceOf(ChangeEmail.Outcome.Sent.class);
    assertThat(newcomers.messages.waiting().getLast().recipient().address())
        .isEqualTo(new Address.Email(COUNTESS.value()));
    assertThat(newcomers.account(ada).email()).isEqualTo(ADA);

    assertThat(verify(mailed())).isEqualTo(VerifyEmail.Outcome.VERIFIED);

    assertThat(newcomers.account(ada).email()).isEqualTo(COUNTESS);
    assertThat(newcomers.account(ada).status()).isEqualTo(Status.ACTIVE);
    assertThat(newcomers.outbox.events().getLast()).isInstanceOf(EmailChanged.class);
    var told = newcomers.messages.waiting().getLast();
    assertThat(told.message()).isInstanceOf(Message.EmailChanged.class);
    assertThat(told.recipient().address()).isEqualTo(new Address.Email(ADA.value()));
  }

  @Test
  void the_token_that_went_to_the_address_before_shows_nothing_of_the_new_one() {
    var first = mailed();
    assertThat(changeEmail(COUNTESS)).isInstanceOf(ChangeEmail.Outcome.Sent.class);
    assertThat(verify(mailed())).isEqualTo(VerifyEmail.Outcome.VERIFIED);

    assertThat(verify(first)).isEqualTo(VerifyEmail.Outcome.BAD_TOKEN);
  }

  @Test
  void an_address_that_somebody_takes_meanwhile_is_his() {
    assertThat(changeEmail(COUNTESS)).isInstanceOf(ChangeEmail.Outcome.Sent.class);
    var token = mailed();
    register(COUNTESS);

    assertThat(verify(token)).isEqualTo(VerifyEmail.Outcome.EMAIL_TAKEN);
    assertThat(newcomers.account(ada).email()).isEqualTo(ADA);
  }

  @Test
  void whoever_wants_the_address_of_another_learns_nothing_and_its_owner_is_told() {
    register(COUNTESS);

    assertThat(changeEmail(COUNTESS)).isInstanceOf(ChangeEmail.Outcome.Sent.class);

    var told = newcomers.messages.waiting().getLast();
    assertThat(told.message()).isEqualTo(new Message.AlreadyRegistered());
    assertThat(told.recipient().address()).isEqualTo(new Address.Email(COUNTESS.value()));
  }

  @Test
  void an_address_is_changed_by_whoever_knows_the_password_and_wants_another() {
    assertThat(changeEmail(ADA)).isInstanceOf(ChangeEmail.Outcome.AlreadySo.class);
    assertThat(changeEmail(COUNTESS, new Password("guess")))
        .isInstanceOf(ChangeEmail.Outcome.WrongPassword.class);
    assertThat(changeEmail(COUNTESS)).isInstanceOf(ChangeEmail.Outcome.Sent.class);
    assertThat(changeEmail(COUNTESS)).isInstanceOf(ChangeEmail.Outcome.TooSoon.class);
  }

  private OneTimeToken mailed() {
    return new OneTimeToken(newcomers.told(Message.VerifyEmail.class).token().value());
  }

  private VerifyEmail.Outcome verify(OneTimeToken token) {
    return newcomers.verifyEmail.handle(new VerifyEmail.Command(token));
  }

  private ResendVerification.Outcome resend() {
    return newcomers.resendVerification.handle(
        new ResendVerification.Command(newcomers.caller(ada)));
  }

  private ChangeEmail.Outcome changeEmail(EmailAddress email) {
    return changeEmail(email, PASSWORD);
  }

  private ChangeEmail.Outcome changeEmail(EmailAddress email, Password password) {
    var session = new SessionId(UUID.randomUUID());
    return newcomers.changeEmail.handle(
        new ChangeEmail.Command(newcomers.caller(ada), session, email, password));
  }

  private void register(EmailAddress email) {
    var name = new PersonName("Augusta", "King");
    assertThat(
            newcomers.registerUser.handle(
                new RegisterUser.Command(email, PASSWORD, name, Role.CLIENT)))
        .isInstanceOf(RegisterUser.Outcome.Registered.class);
  }
}
