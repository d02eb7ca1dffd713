package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mercat.rest.shared.Bodies.json;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.identity.AuthenticateCaller;
import org.mercat.application.identity.Newcomers;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.NobodySignedIn;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.ProblemException;
import org.mercat.rest.shared.Requests;
import org.mercat.rest.shared.SignedIn;
import org.mercat.rest.shared.UnreadableRequest;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** One test per outcome, against the real use cases. */
class AuthResourceTest {

  private static final String ADA =
      """
      {'email': ' Ada@example.org', 'password': 'analytical engine', 'firstName': 'Ada',
       'lastName': ' Lovelace ', 'role': 'client'}
      """;
  private static final String CREDENTIALS =
      "{'email': 'ada@example.org', 'password': 'analytical engine'}";

  private final Newcomers newcomers = new Newcomers();
  private final AuthResource resource =
      new AuthResource(
          newcomers.registerUser,
          newcomers.logIn,
          newcomers.refreshSession,
          newcomers.logOut,
          newcomers.whoAmI);
  private final UriInfo plain = uri(new MultivaluedHashMap<>());

  @Test
  void a_newcomer_is_201_with_the_whole_account_and_its_place() {
    var answer = register(ADA);

    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(answer.getLocation()).hasToString("/api/v1/auth/me");
    assertThat(answer.getEntity())
        .isInstanceOfSatisfying(
            UserView.class,
            view ->
                assertThat(view)
                    .isEqualTo(
                        new UserView(
                            view.id(),
                            "ada@example.org",
                            "Ada",
                            "Lovelace",
                            List.of("client"),
                            "pending_verification")));
  }

  @ParameterizedTest
  @CsvSource({
    "client, client",
    "customer, client",
    "buyer, client",
    "vendor, provider",
    "provider, provider"
  })
  void a_role_has_several_names(String sent, String shown) {
    var answer = register(ADA.replace("'client'", "'" + sent + "'"));

    assertThat(((UserView) answer.getEntity()).roles()).containsExactly(shown);
  }

  @Test
  void a_taken_address_is_409() {
    assertThat(register(ADA).getStatus()).isEqualTo(201);

    assertProblem(register(ADA), ProblemCode.WRONG_STATE);
  }

  @Test
  void everything_that_is_wrong_with_a_newcomer_is_told_at_once() {
    var answer =
        register(
            "{'email': 'ada', 'password': 'short', 'firstName': ' ', 'role': 'admin', 'id': 1}");

    assertThat(problem(answer).code()).isEqualTo(ProblemCode.UNACCEPTABLE_REQUEST);
    assertThat(problem(answer).errors())
        .extracting(Violation::pointer, Violation::code)
        .containsExactlyInAnyOrder(
            tuple("/email", Code.MALFORMED),
            tuple("/password", Code.OUT_OF_RANGE),
            tuple("/firstName", Code.OUT_OF_RANGE),
            tuple("/lastName", Code.REQUIRED),
            tuple("/role", Code.OUT_OF_RANGE),
            tuple("/id", Code.UNKNOWN_MEMBER));
  }

  @Test
  void a_password_that_everybody_tries_is_422() {
    var answer = register(ADA.replace("analytical engine", "Password123"));

    assertThat(problem(answer).errors())
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(tuple("/password", Code.GUESSABLE));
  }

  @Test
  void a_taken_address_is_201_where_addresses_are_verified() {
    var first = register(ADA);
    newcomers.verification.want(true);

    var second = register(ADA);

    assertThat(second.getStatus()).isEqualTo(201);
    assertThat(second.getLocation()).isEqualTo(first.getLocation());
    assertThat((UserView) second.getEntity())
        .usingRecursiveComparison()
        .ignoringFields("id")
        .isEqualTo(first.getEntity());
  }

  @Test
  void a_name_of_several_lines_is_422() {
    var answer = register(ADA.replace("'Ada'", "'Ada\\nBcc: all'"));

    assertThat(problem(answer).errors())
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(tuple("/firstName", Code.MALFORMED));
  }

  @Test
  void the_right_password_is_200_with_tokens_that_nobody_keeps() {
    assertThat(register(ADA).getStatus()).isEqualTo(201);

    var answer = login(CREDENTIALS);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.getEntity())
        .isInstanceOfSatisfying(
            TokensView.class,
            tokens -> {
              assertThat(tokens.expiresInSeconds()).isEqualTo(600);
              assertThat(tokens.refreshToken()).isNotBlank();
              assertThat(authenticated(tokens)).isNotNull();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'email': 'ada@example.org', 'password': 'x'}",
        "{'email': 'nobody@example.org', 'password': 'analytical engine'}"
      })
  void a_wrong_password_and_an_unknown_address_are_the_same_401(String credentials) {
    assertThat(register(ADA).getStatus()).isEqualTo(201);

    var answer = login(credentials);

    assertProblem(answer, ProblemCode.UNAUTHENTICATED);
    assertThat(answer.getHeaderString("WWW-Authenticate")).startsWith("Bearer");
    assertThat(problem(answer).detail())
        .isEqualTo("The e-mail address and the password do not match.");
  }

  @Test
  void credentials_that_cannot_be_read_are_422() {
    assertThat(problem(login("{'email': 7, 'user': 'ada'}")).errors())
        .extracting(Violation::pointer, Violation::code)
        .containsExactlyInAnyOrder(
            tuple("/email", Code.MALFORMED),
            tuple("/password", Code.REQUIRED),
            tuple("/user", Code.UNKNOWN_MEMBER));
  }

  @Test
  void a_session_remembers_the_device_and_the_address() {
    assertThat(register(ADA).getStatus()).isEqualTo(201);
    var tokens = (TokensView) login(CREDENTIALS).getEntity();
    var session = authenticated(tokens).session();

    assertThat(newcomers.unitOfWork.run(() -> newcomers.sessions.find(session)))
        .hasValueSatisfying(
            stored ->
                assertThat(stored.origin())
                    .isEqualTo(
                        new SessionOrigin(Optional.of("Laptop/1.0"), Optional.of("192.0.2.1"))));
  }

  @Test
  void a_good_refresh_token_is_200_with_the_next_tokens() {
    assertThat(register(ADA).getStatus()).isEqualTo(201);
    var first = (TokensView) login(CREDENTIALS).getEntity();

    var answer = refresh("{'refreshToken': '%s'}".formatted(first.refreshToken()));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    var next = (TokensView) answer.getEntity();
    assertThat(next.expiresInSeconds()).isEqualTo(600);
    assertThat(next.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(authenticated(next).session()).isEqualTo(authenticated(first).session());
  }

  @Test
  void a_refresh_token_that_was_used_long_ago_is_401() {
    assertThat(register(ADA).getStatus()).isEqualTo(201);
    var first = (TokensView) login(CREDENTIALS).getEntity();
    var body = "{'refreshToken': '%s'}".formatted(first.refreshToken());
    assertThat(refresh(body).getStatus()).isEqualTo(200);
    newcomers.clock.advance(Duration.ofMinutes(1));

    assertProblem(refresh(body), ProblemCode.UNAUTHENTICATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
  void what_is_no_refresh_token_is_401(String text) {
    assertProblem(refresh("{'refreshToken': '" + text + "'}"), ProblemCode.UNAUTHENTICATED);
  }

  @Test
  void a_refresh_token_that_cannot_be_read_is_422() {
    assertThat(problem(refresh("{'refreshToken': 7, 'token': 'x'}")).errors())
        .extracting(Violation::pointer, Violation::code)
        .containsExactlyInAnyOrder(
            tuple("/refreshToken", Code.MALFORMED), tuple("/token", Code.UNKNOWN_MEMBER));
  }

  @Test
  void signing_out_is_204_also_when_it_was_done_before() {
    assertThat(register(ADA).getStatus()).isEqualTo(201);
    var tokens = (TokensView) login(CREDENTIALS).getEntity();
    var signedIn = authenticated(tokens);

    assertThat(resource.logout(null, plain, signedIn).getStatus()).isEqualTo(204);
    assertThat(resource.logout(json("{}"), plain, signedIn).getStatus()).isEqualTo(204);

    assertThat(authenticate(tokens)).isInstanceOf(AuthenticateCaller.Outcome.Refused.class);
  }

  @Test
  void signing_out_takes_no_members() {
    var answer = resource.logout(json("{'all': true}"), plain, SignedIn.as(Role.CLIENT));

    assertProblem(answer, ProblemCode.UNACCEPTABLE_REQUEST);
  }

  @Test
  void me_is_200_with_the_account_of_the_caller() {
    var registered = (UserView) register(ADA).getEntity();
    var signedIn = authenticated((TokensView) login(CREDENTIALS).getEntity());

    var answer = resource.me(plain, signedIn);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getEntity()).isEqualTo(registered);
  }

  @Test
  void me_is_404_when_there_is_no_account_any_more() {
    assertProblem(resource.me(plain, SignedIn.as(Role.CLIENT)), ProblemCode.NOT_FOUND);
  }

  @Test
  void whoever_did_not_sign_in_is_nobody() {
    assertThatThrownBy(() -> resource.me(plain, new NobodySignedIn()))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> resource.logout(null, plain, new NobodySignedIn()))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void a_query_parameter_is_refused_everywhere() {
    var parameters = new MultivaluedHashMap<String, String>();
    parameters.add("verbose", "true");
    var uri = uri(parameters);
    var signedIn = SignedIn.as(Role.CLIENT);

    assertThatThrownBy(() -> resource.register(json(ADA), uri))
        .isInstanceOf(UnreadableRequest.class);
    assertThatThrownBy(() -> resource.login(json(CREDENTIALS), uri, Requests.from("", "")))
        .isInstanceOf(UnreadableRequest.class);
    assertThatThrownBy(() -> resource.logout(null, uri, signedIn))
        .isInstanceOf(UnreadableRequest.class);
    assertThatThrownBy(() -> resource.me(uri, signedIn)).isInstanceOf(UnreadableRequest.class);
  }

  @Test
  void tokens_do_not_show_themselves() {
    assertThat(new TokensView("access", "refresh", 600))
        .asString()
        .doesNotContain("access", "refresh");
  }

  private Response register(String body) {
    return resource.register(json(body), plain);
  }

  private Response login(String body) {
    return resource.login(json(body), plain, Requests.from("Laptop/1.0", "192.0.2.1"));
  }

  private Response refresh(String body) {
    return resource.refresh(json(body), plain, Requests.from("Laptop/1.0", "192.0.2.1"));
  }

  private AuthenticateCaller.Outcome authenticate(TokensView tokens) {
    return newcomers.authenticateCaller.handle(
        new AuthenticateCaller.Command(tokens.accessToken()));
  }

  private SignedIn authenticated(TokensView tokens) {
    var outcome = (AuthenticateCaller.Outcome.Authenticated) authenticate(tokens);
    return new SignedIn(outcome.caller(), outcome.session());
  }

  private static UriInfo uri(MultivaluedHashMap<String, String> parameters) {
    var uri = mock(UriInfo.class);
    when(uri.getQueryParameters()).thenReturn(parameters);
    return uri;
  }

  private static void assertProblem(Response answer, ProblemCode code) {
    assertThat(answer.getStatus()).isEqualTo(code.status());
    assertThat(problem(answer).code()).isEqualTo(code);
  }

  private static Problem problem(Response answer) {
    return (Problem) answer.getEntity();
  }
}
