package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.rest.identity.IdentityResources.PASSWORD_BODY;
import static org.mercat.rest.identity.IdentityResources.STRANGER;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.answered;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.noHeaders;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.identity.Newcomers;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.notification.Message;
import org.mercat.rest.shared.SignedIn;

/** One test per outcome of what somebody shows to be himself, against the real use cases. */
class CredentialsResourcesTest {

  private final IdentityResources resources = new IdentityResources();
  private final Newcomers newcomers = resources.newcomers;
  private final UserId ada = resources.ada;
  private final SignedIn signedIn = resources.signedIn;
  private final SignedIn mayNothing = resources.mayNothing;
  private final VerificationResource verification = resources.verification;
  private final PasswordsResource passwords =
      new PasswordsResource(
          newcomers.forgotPassword,
          newcomers.resetPassword,
          newcomers.changePassword,
          newcomers.changeEmail,
          AfterTheAnswer.atOnce());
  private final UsersResource users = resources.users;

  @Test
  void a_good_token_verifies_an_address_with_204_and_a_bad_one_is_422() {
    var token = newcomers.told(Message.VerifyEmail.class).token().value();

    assertThat(verifyEmail(token).getStatus()).isEqualTo(204);
    assertThat(problem(verifyEmail(token))).isEqualTo("UNACCEPTABLE_REQUEST /token NOT_FOUND");
    assertThat(problem(verification.verifyEmail(json("{'token': 7}"), plain())))
        .isEqualTo("UNACCEPTABLE_REQUEST /token MALFORMED");
  }

  @Test
  void an_address_that_is_taken_meanwhile_is_409() {
    assertThat(changeEmail("countess@example.org", "analytical engine").getStatus()).isEqualTo(202);
    var token = newcomers.told(Message.VerifyEmail.class).token().value();
    var other = resources.register("countess@example.org");
    assertThat(other.getStatus()).isEqualTo(201);

    assertThat(problem(verifyEmail(token))).isEqualTo("WRONG_STATE");
  }

  @Test
  void another_mail_is_202_and_soon_after_429_with_a_time_to_wait() {
    assertThat(problem(verification.resend(null, plain(), signedIn)))
        .isEqualTo("TOO_MANY_REQUESTS");
    newcomers.clock.set(newcomers.clock.instant().plusSeconds(60));

    assertThat(verification.resend(null, plain(), signedIn).getStatus()).isEqualTo(202);
    var soon = verification.resend(null, plain(), signedIn);

    assertThat(soon.getHeaders().get(HttpHeaders.RETRY_AFTER)).containsExactly(60L);
    newcomers.put(ada, Status.ACTIVE);
    assertThat(verification.resend(json("{}"), plain(), signedIn).getStatus()).isEqualTo(202);
    assertThat(problem(verification.resend(json("{'to': 'me'}"), plain(), signedIn)))
        .isEqualTo("UNACCEPTABLE_REQUEST /to UNKNOWN_MEMBER");
    assertThat(problem(verification.resend(null, plain(), mayNothing))).isEqualTo("FORBIDDEN");
  }

  @Test
  void a_code_is_sent_with_202_and_verifies_with_204() {
    assertThat(sendCode(signedIn, "+1 (416) 555-0100").getStatus()).isEqualTo(202);
    assertThat(problem(sendCode(signedIn, "+14165550100"))).isEqualTo("TOO_MANY_REQUESTS");
    var code = newcomers.told(Message.VerifyPhone.class).code().value();

    assertThat(verifyPhone(signedIn, code).getStatus()).isEqualTo(204);
    assertThat(problem(verifyPhone(signedIn, code)))
        .isEqualTo("UNACCEPTABLE_REQUEST /code NOT_FOUND");
    assertThat(body(users.own(plain(), signedIn).getEntity()).path("phone").asText())
        .isEqualTo("+14165550100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4165550100", "+1", "+14165550100 ext. 7", "nobody", "+999 123"})
  void what_is_no_telephone_number_is_422(String phone) {
    assertThat(problem(sendCode(signedIn, phone)))
        .isEqualTo("UNACCEPTABLE_REQUEST /phone MALFORMED");
  }

  @Test
  void codes_are_for_whoever_may_and_has_an_account() {
    assertThat(problem(sendCode(mayNothing, "+14165550100"))).isEqualTo("FORBIDDEN");
    assertThat(problem(sendCode(STRANGER, "+14165550100"))).isEqualTo("NOT_FOUND");
    assertThat(problem(verifyPhone(mayNothing, "123456"))).isEqualTo("FORBIDDEN");
    assertThat(problem(verifyPhone(signedIn, "12345")))
        .isEqualTo("UNACCEPTABLE_REQUEST /code MALFORMED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.org", "nobody@example.org"})
  void a_forgotten_password_is_202_for_everybody(String email) {
    var answer = passwords.forgot(json("{'email': '" + email + "'}"), plain());

    assertThat(answer.getStatus()).isEqualTo(202);
    assertThat(answer.hasEntity()).isFalse();
    assertThat(problem(passwords.forgot(json("{'email': 'ada'}"), plain())))
        .isEqualTo("UNACCEPTABLE_REQUEST /email MALFORMED");
  }

  @Test
  void a_mailed_token_resets_the_password_with_204() {
    assertThat(passwords.forgot(json("{'email': 'ada@example.org'}"), plain()).getStatus())
        .isEqualTo(202);
    var token = newcomers.told(Message.ResetPassword.class).token().value();

    assertThat(problem(reset(token, "password1")))
        .isEqualTo("UNACCEPTABLE_REQUEST /password GUESSABLE");
    assertThat(problem(reset(token, "short")))
        .isEqualTo("UNACCEPTABLE_REQUEST /password OUT_OF_RANGE");
    assertThat(reset(token, "difference engine").getStatus()).isEqualTo(204);
    assertThat(problem(reset(token, "difference engine")))
        .isEqualTo("UNACCEPTABLE_REQUEST /token NOT_FOUND");
  }

  @Test
  void the_present_password_changes_it_with_204() {
    assertThat(problem(changePassword(signedIn, "guess", "difference engine")))
        .isEqualTo("FORBIDDEN");
    assertThat(problem(changePassword(signedIn, "analytical engine", "lovelace1815")))
        .isEqualTo("UNACCEPTABLE_REQUEST /password GUESSABLE");
    assertThat(changePassword(signedIn, "analytical engine", "difference engine").getStatus())
        .isEqualTo(204);
    assertThat(problem(changePassword(mayNothing, "x", "difference engine")))
        .isEqualTo("FORBIDDEN");
    assertThat(problem(changePassword(STRANGER, "x", "difference engine"))).isEqualTo("NOT_FOUND");
    assertThat(problem(passwords.changePassword(json("{}"), plain(), signedIn)))
        .isEqualTo("UNACCEPTABLE_REQUEST /currentPassword REQUIRED /password REQUIRED");
  }

  @Test
  void too_many_wrong_passwords_are_429_wherever_one_is_sent() {
    for (var tries = 0; tries < 5; tries++) {
      assertThat(problem(changePassword(signedIn, "guess", "difference engine")))
          .isEqualTo("FORBIDDEN");
    }

    var locked = changePassword(signedIn, "analytical engine", "difference engine");
    assertThat(problem(locked)).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(locked.getHeaders().get(HttpHeaders.RETRY_AFTER)).containsExactly(60L);
    assertThat(problem(changeEmail("x@example.org", "analytical engine")))
        .isEqualTo("TOO_MANY_REQUESTS");
    assertThat(problem(close(PASSWORD_BODY, noHeaders()))).isEqualTo("TOO_MANY_REQUESTS");
  }

  @Test
  void another_address_is_202_before_it_is_verified() {
    assertThat(problem(changeEmail("countess@example.org", "guess"))).isEqualTo("FORBIDDEN");
    assertThat(problem(changeEmail("ada@example.org", "analytical engine")))
        .isEqualTo("WRONG_STATE");
    assertThat(changeEmail("countess@example.org", "analytical engine").getStatus()).isEqualTo(202);
    assertThat(problem(changeEmail("other@example.org", "analytical engine")))
        .isEqualTo("TOO_MANY_REQUESTS");
    assertThat(problem(changeEmail(mayNothing, "x@example.org"))).isEqualTo("FORBIDDEN");
    assertThat(problem(changeEmail(STRANGER, "x@example.org"))).isEqualTo("NOT_FOUND");
    assertThat(problem(passwords.changeEmail(json("{'email': 1}"), plain(), signedIn)))
        .isEqualTo("UNACCEPTABLE_REQUEST /email MALFORMED /password REQUIRED");
  }

  private Response verifyEmail(String token) {
    return verification.verifyEmail(json("{'token': '" + token + "'}"), plain());
  }

  private Response sendCode(SignedIn caller, String phone) {
    return verification.sendCode(json("{'phone': '" + phone + "'}"), plain(), caller);
  }

  private Response verifyPhone(SignedIn caller, String code) {
    return verification.verifyPhone(json("{'code': '" + code + "'}"), plain(), caller);
  }

  private Response reset(String token, String password) {
    var text = "{'token': '%s', 'password': '%s'}".formatted(token, password);
    return passwords.reset(json(text), plain());
  }

  private Response changePassword(SignedIn caller, String current, String next) {
    var text = "{'currentPassword': '%s', 'password': '%s'}".formatted(current, next);
    return passwords.changePassword(json(text), plain(), caller);
  }

  private Response changeEmail(String email, String password) {
    var text = "{'email': '%s', 'password': '%s'}".formatted(email, password);
    return passwords.changeEmail(json(text), plain(), signedIn);
  }

  private Response changeEmail(SignedIn caller, String email) {
    var text = "{'email': '%s', 'password': 'x'}".formatted(email);
    return passwords.changeEmail(json(text), plain(), caller);
  }

  private Response close(String text, HttpHeaders headers) {
    return answered(() -> users.close(json(text), plain(), headers, signedIn));
  }
}
