package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.Newcomers.ADA;
import static org.mercat.application.identity.Newcomers.LAPTOP;
import static org.mercat.application.identity.Newcomers.PASSWORD;
import static org.mercat.rest.identity.IdentityResources.PASSWORD_BODY;
import static org.mercat.rest.identity.IdentityResources.STRANGER;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.answered;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.ifMatch;
import static org.mercat.rest.shared.Requests.noHeaders;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.problem;
import static org.mercat.rest.shared.Requests.query;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.identity.AuthenticateCaller;
import org.mercat.application.identity.LogIn;
import org.mercat.application.identity.Newcomers;
import org.mercat.application.identity.port.JoinedPersons.Contact;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.notification.Message;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.SignedIn;

/** One test per outcome of what an account goes through, against the real use cases. */
class AccountResourcesTest {

  private static final SignedIn ADMIN = SignedIn.as(Role.ADMIN);

  private final IdentityResources resources = new IdentityResources();
  private final Newcomers newcomers = resources.newcomers;
  private final UserId ada = resources.ada;
  private final SignedIn signedIn = resources.signedIn;
  private final SignedIn mayNothing = resources.mayNothing;
  private final VerificationResource verification = resources.verification;
  private final UsersResource users = resources.users;
  private final AccountsResource accounts =
      new AccountsResource(
          newcomers.accountList,
          newcomers.accountDetails,
          newcomers.actOnAccount,
          newcomers.resetSecondFactor);

  @Test
  void one_sees_all_that_one_has_said_about_oneself() {
    var answer = users.own(plain(), signedIn);

    assertThat(answer.getEntityTag().getValue()).isEqualTo("0");
    var shown = body(answer.getEntity());
    assertThat(shown.path("email").asText()).isEqualTo("ada@example.org");
    assertThat(shown.path("emailVerified").asBoolean()).isFalse();
    assertThat(shown.path("language").asText()).isEqualTo("en");
    assertThat(shown.has("phone")).isFalse();
    assertThat(problem(users.own(plain(), STRANGER))).isEqualTo("NOT_FOUND");
    assertThat(problem(users.own(plain(), mayNothing))).isEqualTo("FORBIDDEN");
  }

  @Test
  void a_patch_changes_what_it_names_and_null_takes_away() {
    var first =
        patch(
            """
            {'firstName': 'Augusta', 'phone': '+1 416 555 0100', 'addressLine1': '1 Elm Street',
             'city': 'Toronto', 'subdivision': 'ON', 'postalCode': 'm5v2t6', 'country': 'CA',
             'lat': 43.6426, 'lon': -79.3871, 'language': 'fr'}
            """,
            ifMatch(0));
    assertThat(first.getStatus()).isEqualTo(200);
    var shown = body(first.getEntity());
    assertThat(shown.path("firstName").asText()).isEqualTo("Augusta");
    assertThat(shown.path("lastName").asText()).isEqualTo("Lovelace");
    assertThat(shown.path("postalCode").asText()).isEqualTo("M5V 2T6");
    assertThat(shown.path("phone").asText()).isEqualTo("+14165550100");
    assertThat(shown.path("phoneVerified").asBoolean()).isFalse();
    assertThat(shown.path("language").asText()).isEqualTo("fr");
    assertThat(shown.path("lat").asDouble()).isEqualTo(43.6426);
    assertThat(shown.path("lon").asDouble()).isEqualTo(-79.3871);

    var second =
        patch("{'addressLine1': null, 'phone': null, 'lat': null, 'lon': null}", ifMatch(1));

    assertThat(body(second.getEntity()).has("addressLine1")).isFalse();
    assertThat(body(second.getEntity()).has("phone")).isFalse();
    assertThat(body(second.getEntity()).has("lat")).isFalse();
    assertThat(body(second.getEntity()).path("city").asText()).isEqualTo("Toronto");
  }

  @Test
  void the_same_number_stays_verified_and_another_is_not() {
    assertThat(sendCode(signedIn, "+14165550100").getStatus()).isEqualTo(202);
    var code = newcomers.told(Message.VerifyPhone.class).code().value();
    assertThat(verifyPhone(signedIn, code).getStatus()).isEqualTo(204);

    var same = patch("{'phone': '+1-416-555-0100', 'city': 'Toronto'}", ifMatch(1));
    var other = patch("{'phone': '+14165550199'}", ifMatch(2));

    assertThat(body(same.getEntity()).path("phoneVerified").asBoolean()).isTrue();
    assertThat(body(other.getEntity()).path("phoneVerified").asBoolean()).isFalse();
  }

  @Test
  void a_patch_needs_the_version_that_is_there() {
    assertThat(problem(patch("{'city': 'Toronto'}", noHeaders()))).isEqualTo("IF_MATCH_MISSING");
    assertThat(problem(patch("{'city': 'Toronto'}", ifMatch(7)))).isEqualTo("STALE");
    assertThat(problem(answered(() -> users.change(json("{}"), plain(), ifMatch(0), STRANGER))))
        .isEqualTo("NOT_FOUND");
    assertThat(problem(answered(() -> users.change(json("{}"), plain(), ifMatch(0), mayNothing))))
        .isEqualTo("FORBIDDEN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'lastName': null} | /lastName REQUIRED",
        "{'lastName': 'A\\nB'} | /lastName MALFORMED",
        "{'country': 'XX'} | /country MALFORMED",
        "{'subdivision': 'ON'} | /subdivision OUT_OF_RANGE",
        "{'country': 'CA', 'subdivision': 'TX'} | /subdivision OUT_OF_RANGE",
        "{'postalCode': 'M5V 2T6'} | /postalCode MALFORMED",
        "{'country': 'CA', 'postalCode': '90210'} | /postalCode MALFORMED",
        "{'phone': '12'} | /phone MALFORMED",
        "{'lat': 43.6426} | /lon REQUIRED",
        "{'lat': 91, 'lon': 0} | /lat OUT_OF_RANGE",
        "{'language': 'de'} | /language OUT_OF_RANGE",
        "{'email': 'x@example.org'} | /email UNKNOWN_MEMBER",
        "{'roles': ['admin']} | /roles UNKNOWN_MEMBER",
        "{'status': 'active'} | /status UNKNOWN_MEMBER"
      })
  void what_a_patch_cannot_say_is_422(String patch, String wrong) {
    assertThat(problem(patch(patch, ifMatch(0)))).isEqualTo("UNACCEPTABLE_REQUEST " + wrong);
  }

  @Test
  void closing_the_account_takes_the_password_and_is_204() {
    assertThat(problem(close("{'password': 'guess'}", noHeaders()))).isEqualTo("FORBIDDEN");
    assertThat(problem(close("{}", noHeaders())))
        .isEqualTo("UNACCEPTABLE_REQUEST /password REQUIRED");
    assertThat(problem(close(PASSWORD_BODY, ifMatch(7)))).isEqualTo("STALE");
    assertThat(close(PASSWORD_BODY, ifMatch(0)).getStatus()).isEqualTo(204);
    assertThat(problem(close(PASSWORD_BODY, noHeaders()))).isEqualTo("NOT_FOUND");
    assertThat(
            problem(
                answered(() -> users.close(json(PASSWORD_BODY), plain(), noHeaders(), mayNothing))))
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void a_person_is_shown_with_name_and_telephone_only() {
    var provider = SignedIn.as(Role.PROVIDER);

    assertThat(problem(users.find(ada.value(), plain(), provider))).isEqualTo("NOT_FOUND");
    newcomers.joined.join(
        ada,
        provider.caller().user(),
        new Contact(new PersonName("Ada", "Client"), Optional.empty()));

    var shown = body(users.find(ada.value(), plain(), provider).getEntity());
    assertThat(shown.fieldNames()).toIterable().containsExactly("id", "firstName", "lastName");
    assertThat(users.find(ada.value(), plain(), ADMIN).getStatus()).isEqualTo(200);
    assertThat(users.find(ada.value(), plain(), signedIn).getStatus()).isEqualTo(200);
  }

  @Test
  void administrators_list_accounts_by_status_and_address() {
    assertThat(resources.register("bob@example.org").getStatus()).isEqualTo(201);
    newcomers.put(ada, Status.SUSPENDED);

    assertThat(items("limit=1").findValuesAsText("email")).containsExactly("bob@example.org");
    assertThat(items("status=suspended").findValuesAsText("email")).containsExactly(ADA.value());
    assertThat(items("email=bob@example.org").findValuesAsText("status"))
        .containsExactly("pending_verification");
    assertThat(problem(accounts.list(plain(), signedIn))).isEqualTo("FORBIDDEN");
  }

  @Test
  void an_administrator_sees_why_and_since_when_an_account_is_closed() {
    assertThat(signIn()).isInstanceOf(LogIn.Outcome.LoggedIn.class);
    var suspended = accounts.suspend(ada.value(), json("{'reason': 'spam'}"), plain(), ADMIN);
    assertThat(suspended.getStatus()).isEqualTo(200);

    var answer = accounts.find(ada.value(), plain(), ADMIN);

    assertThat(answer.getEntityTag().getValue()).isEqualTo("1");
    var shown = body(answer.getEntity());
    assertThat(shown.path("status").asText()).isEqualTo("suspended");
    assertThat(shown.path("reason").asText()).isEqualTo("spam");
    assertThat(shown.has("since")).isTrue();
    assertThat(shown.has("lastLoginAt")).isTrue();
    assertThat(shown.path("email").asText()).isEqualTo(ADA.value());
    assertThat(problem(accounts.find(UUID.randomUUID(), plain(), ADMIN))).isEqualTo("NOT_FOUND");
    assertThat(problem(accounts.find(ada.value(), plain(), signedIn))).isEqualTo("FORBIDDEN");
  }

  @Test
  void an_administrator_keeps_people_out_and_lets_them_in_again() {
    var id = ada.value();
    var reason = json("{'reason': 'spam'}");

    assertThat(accounts.suspend(id, reason, plain(), ADMIN).getStatus()).isEqualTo(200);
    assertThat(problem(accounts.suspend(id, reason, plain(), ADMIN))).isEqualTo("WRONG_STATE");
    assertThat(accounts.ban(id, reason, plain(), ADMIN).getStatus()).isEqualTo(200);
    assertThat(problem(accounts.restore(id, null, plain(), ADMIN))).isEqualTo("WRONG_STATE");
    assertThat(accounts.reactivate(id, null, plain(), ADMIN).getStatus()).isEqualTo(200);
    assertThat(signIn()).isInstanceOf(LogIn.Outcome.LoggedIn.class);
    assertThat(close(PASSWORD_BODY, noHeaders()).getStatus()).isEqualTo(204);
    assertThat(resources.register(ADA.value()).getStatus()).isEqualTo(201);
    assertThat(problem(accounts.restore(id, null, plain(), ADMIN))).isEqualTo("WRONG_STATE");
  }

  @Test
  void what_only_administrators_may_is_403_and_an_unknown_account_404() {
    var reason = json("{'reason': 'envy'}");
    var nobody = UUID.randomUUID();

    assertThat(problem(accounts.suspend(ada.value(), reason, plain(), STRANGER)))
        .isEqualTo("FORBIDDEN");
    assertThat(problem(accounts.ban(nobody, reason, plain(), ADMIN))).isEqualTo("NOT_FOUND");
    assertThat(problem(accounts.suspend(ada.value(), json("{}"), plain(), ADMIN)))
        .isEqualTo("UNACCEPTABLE_REQUEST /reason REQUIRED");
    assertThat(problem(accounts.reactivate(ada.value(), reason, plain(), ADMIN)))
        .isEqualTo("UNACCEPTABLE_REQUEST /reason UNKNOWN_MEMBER");
  }

  @Test
  void a_session_ends_within_a_second_when_its_owner_is_suspended() {
    var tokens = (LogIn.Outcome.LoggedIn) signIn();
    var answer = accounts.suspend(ada.value(), json("{'reason': 'spam'}"), plain(), ADMIN);
    assertThat(answer.getStatus()).isEqualTo(200);
    newcomers.clock.set(newcomers.clock.instant().plusSeconds(1));

    assertThat(newcomers.authenticate(tokens))
        .isInstanceOf(AuthenticateCaller.Outcome.Refused.class);
  }

  private LogIn.Outcome signIn() {
    return newcomers.logIn.handle(new LogIn.Command(ADA, new Password(PASSWORD.text()), LAPTOP));
  }

  private Response sendCode(SignedIn caller, String phone) {
    return verification.sendCode(json("{'phone': '" + phone + "'}"), plain(), caller);
  }

  private Response verifyPhone(SignedIn caller, String code) {
    return verification.verifyPhone(json("{'code': '" + code + "'}"), plain(), caller);
  }

  private Response patch(String text, HttpHeaders headers) {
    return answered(() -> users.change(json(text), plain(), headers, signedIn));
  }

  private Response close(String text, HttpHeaders headers) {
    return answered(() -> users.close(json(text), plain(), headers, signedIn));
  }

  private JsonNode items(String query) {
    return body(accounts.list(query(query), ADMIN).getEntity()).path("items");
  }
}
