package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.problem;
import static org.mercat.rest.shared.Requests.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.identity.Newcomers;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.RecoveryCode;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.TotpSecret;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.Requests;
import org.mercat.rest.shared.SignedIn;

/** One test per outcome of a second factor, against the real use cases. */
class TotpResourceTest {

  private static final SignedIn STRANGER = SignedIn.as(Role.CLIENT);
  private static final String RIGHT = "analytical engine";
  private static final String NO_CODE = RecoveryCode.of("nobody has this one").text();

  private final Newcomers newcomers = new Newcomers();
  private final UserId ada = newcomers.ada();
  private final SignedIn signedIn = SignedIn.as(ada, Role.CLIENT);
  private final SignedIn mayNothing =
      new SignedIn(new Caller(ada, Set.of(), Set.of()), new SessionId(UUID.randomUUID()));

  private final TotpResource totp =
      new TotpResource(
          newcomers.beginSecondFactor,
          newcomers.activateSecondFactor,
          newcomers.renewRecoveryCodes,
          newcomers.endSecondFactor);
  private final AuthResource auth =
      new AuthResource(
          newcomers.registerUser,
          newcomers.logIn,
          newcomers.refreshSession,
          newcomers.logOut,
          newcomers.whoAmI);

  @Test
  void the_secret_is_200_once_and_kept_nowhere_on_the_way() {
    var answer = begin(signedIn, RIGHT);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeaderString(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
    var secret = body(answer.getEntity()).path("secret").asText();
    assertThat(body(answer.getEntity()).path("uri").asText())
        .isEqualTo(
            "otpauth://totp/Mercat:ada%40example.org?secret="
                + secret
                + "&issuer=Mercat&algorithm=SHA1&digits=6&period=30");
    assertThat(answer.getEntity()).asString().doesNotContain(secret);
  }

  @Test
  void it_takes_the_password_to_begin() {
    assertThat(refusal(begin(signedIn, "guess"))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(begin(mayNothing, RIGHT))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(begin(STRANGER, RIGHT))).isEqualTo("404 NOT_FOUND");
    for (var tries = 1; tries < 5; tries++) {
      assertThat(refusal(begin(signedIn, "guess"))).isEqualTo("403 FORBIDDEN");
    }
    assertThat(refusal(begin(signedIn, RIGHT))).isEqualTo("429 TOO_MANY_REQUESTS");
  }

  @Test
  void a_code_activates_it_with_200_and_recovery_codes() {
    var secret = begun();

    assertThat(refusal(activate(signedIn, wrong(secret))))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /code NOT_FOUND");
    var answer = activate(signedIn, shown(secret));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeaderString(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
    assertThat(codes(answer)).hasSize(RecoveryCode.SET);
    assertThat(answer.getEntity()).asString().doesNotContain(codes(answer).path(0).asText());
    assertThat(refusal(activate(signedIn, shown(secret)))).isEqualTo("409 WRONG_STATE");
    assertThat(refusal(begin(signedIn, RIGHT))).isEqualTo("409 WRONG_STATE");
    assertThat(refusal(activate(mayNothing, "123456"))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(activate(STRANGER, "123456"))).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void whoever_signs_in_is_asked_for_a_code_with_401() {
    var secret = begun();
    var recovery = codes(activate(signedIn, shown(secret))).path(0).asText();
    newcomers.clock.advance(TotpSecret.STEP);

    assertThat(refusal(signIn("{'email': 'ada@example.org', 'password': 'guess'}")))
        .isEqualTo("401 UNAUTHENTICATED");
    assertThat(refusal(signIn(with("")))).isEqualTo("401 SECOND_FACTOR_REQUIRED");
    assertThat(refusal(signIn(with(", 'code': '" + wrong(secret) + "'"))))
        .isEqualTo("401 SECOND_FACTOR_REQUIRED");
    assertThat(signIn(with(", 'code': '" + shown(secret) + "'")).getStatus()).isEqualTo(200);
    assertThat(signIn(with(", 'code': '" + recovery + "'")).getStatus()).isEqualTo(200);
    assertThat(refusal(signIn(with(", 'code': 'x'"))))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /code MALFORMED");
    for (var tries = 0; tries < 5; tries++) {
      assertThat(refusal(signIn(with(", 'code': '" + recovery + "'"))))
          .isEqualTo("401 SECOND_FACTOR_REQUIRED");
    }
    assertThat(refusal(signIn(with(", 'code': '" + NO_CODE + "'"))))
        .isEqualTo("429 TOO_MANY_REQUESTS");
  }

  @Test
  void a_code_gets_other_recovery_codes_with_200() {
    assertThat(refusal(renew(signedIn, "123456"))).isEqualTo("409 WRONG_STATE");
    var before = codes(activate(signedIn, shown(begun())));

    var answer = renew(signedIn, before.path(0).asText());

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(codes(answer)).hasSize(RecoveryCode.SET).doesNotContainAnyElementsOf(before);
    assertThat(refusal(renew(mayNothing, "123456"))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(renew(STRANGER, "123456"))).isEqualTo("404 NOT_FOUND");
    for (var tries = 0; tries < 5; tries++) {
      assertThat(refusal(renew(signedIn, NO_CODE)))
          .isEqualTo("422 UNACCEPTABLE_REQUEST /code NOT_FOUND");
    }
    assertThat(refusal(renew(signedIn, NO_CODE))).isEqualTo("429 TOO_MANY_REQUESTS");
    assertThat(refusal(end(signedIn, RIGHT, NO_CODE))).isEqualTo("429 TOO_MANY_REQUESTS");
  }

  @Test
  void password_and_code_end_it_with_204() {
    assertThat(refusal(end(signedIn, RIGHT, NO_CODE))).isEqualTo("409 WRONG_STATE");
    var codes = codes(activate(signedIn, shown(begun())));
    var code = codes.path(0).asText();

    assertThat(refusal(end(signedIn, "guess", code))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(end(signedIn, RIGHT, NO_CODE)))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /code NOT_FOUND");
    assertThat(refusal(end(mayNothing, RIGHT, code))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(end(STRANGER, RIGHT, code))).isEqualTo("404 NOT_FOUND");
    assertThat(end(signedIn, RIGHT, code).getStatus()).isEqualTo(204);

    assertThat(signIn(with("")).getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /password REQUIRED /code REQUIRED",
        "{'password': 1, 'code': '12345'} | /password MALFORMED /code MALFORMED",
        "{'password': 'x', 'code': '123456', 'more': 1} | /more UNKNOWN_MEMBER",
      })
  void a_wrong_member_is_named(String body, String violations) {
    assertThat(problem(totp.end(json(body), plain(), signedIn)))
        .isEqualTo("UNACCEPTABLE_REQUEST " + violations);
  }

  @Test
  void only_digits_activate() {
    assertThat(problem(activate(signedIn, NO_CODE)))
        .isEqualTo("UNACCEPTABLE_REQUEST /code MALFORMED");
    assertThat(problem(totp.begin(json("{}"), plain(), signedIn)))
        .isEqualTo("UNACCEPTABLE_REQUEST /password REQUIRED");
    assertThat(problem(totp.renew(json("{'code': 7}"), plain(), signedIn)))
        .isEqualTo("UNACCEPTABLE_REQUEST /code MALFORMED");
  }

  private TotpSecret begun() {
    var answer = begin(signedIn, RIGHT);
    return new TotpSecret(body(answer.getEntity()).path("secret").asText());
  }

  private Response begin(SignedIn caller, String password) {
    return totp.begin(json("{'password': '" + password + "'}"), plain(), caller);
  }

  private Response activate(SignedIn caller, String code) {
    return totp.activate(json("{'code': '" + code + "'}"), plain(), caller);
  }

  private Response renew(SignedIn caller, String code) {
    return totp.renew(json("{'code': '" + code + "'}"), plain(), caller);
  }

  private Response end(SignedIn caller, String password, String code) {
    var text = "{'password': '%s', 'code': '%s'}".formatted(password, code);
    return totp.end(json(text), plain(), caller);
  }

  private Response signIn(String text) {
    return auth.login(json(text), plain(), Requests.from("Laptop/1.0", "192.0.2.1"));
  }

  private static String with(String more) {
    return "{'email': 'ada@example.org', 'password': 'analytical engine'" + more + "}";
  }

  private static JsonNode codes(Response answer) {
    return body(answer.getEntity()).path("recoveryCodes");
  }

  private String shown(TotpSecret secret) {
    return secret.code(step()).digits();
  }

  /** A code that no clock near ours shows. */
  private String wrong(TotpSecret secret) {
    var now = newcomers.clock.instant();
    return LongStream.range(step() + 2, step() + 102)
        .mapToObj(secret::code)
        .filter(code -> secret.stepOf(code, now).isEmpty())
        .findFirst()
        .orElseThrow()
        .digits();
  }

  private long step() {
    return TotpSecret.step(newcomers.clock.instant());
  }
}
