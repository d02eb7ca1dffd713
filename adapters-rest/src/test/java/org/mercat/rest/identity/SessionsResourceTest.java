package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.problem;
import static org.mercat.rest.shared.Requests.query;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.AuthenticateCaller;
import org.mercat.application.identity.EndOwnSession;
import org.mercat.application.identity.LogIn.Outcome.LoggedIn;
import org.mercat.application.identity.LogOutEverywhere;
import org.mercat.application.identity.Newcomers;
import org.mercat.application.identity.OwnSessions;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.SignedIn;

/** One test per outcome, against the real use cases. */
class SessionsResourceTest {

  private final Newcomers newcomers = new Newcomers();
  private final AccessRules access = new AccessRules();
  private final SessionsResource resource =
      new SessionsResource(
          new OwnSessions(access, newcomers.sessions, newcomers.unitOfWork, newcomers.clock),
          new EndOwnSession(
              access, newcomers.sessions, newcomers.logOut, newcomers.unitOfWork, newcomers.clock),
          new LogOutEverywhere(
              access,
              newcomers.endSessions,
              newcomers.authenticateCaller,
              newcomers.unitOfWork,
              newcomers.clock));
  private UserId user = newcomers.users.nextId();

  @BeforeEach
  void somebody_is_there() {
    user = newcomers.ada();
  }

  @Test
  void the_own_sessions_are_200_in_pages() {
    var first = newcomers.adaSignedIn();
    var second = newcomers.adaSignedIn();

    var page = body(resource.list(query("limit=1"), in(second)).getEntity());
    var item = page.path("items").path(0);

    assertThat(page.path("items")).hasSize(1);
    assertThat(item.path("id").asText()).isEqualTo(id(second).toString());
    assertThat(item.path("device").asText()).isEqualTo("Laptop/1.0");
    assertThat(item.path("ip").asText()).isEqualTo("192.0.2.1");
    assertThat(item.path("openedAt").asText()).isEqualTo("2026-11-15T14:00:00Z");
    assertThat(item.path("lastSeenAt").asText()).isEqualTo("2026-11-15T14:00:00Z");
    assertThat(item.path("expiresAt").asText()).isEqualTo("2026-11-29T14:00:00Z");
    assertThat(item.path("current").asBoolean()).isTrue();
    var rest = query("limit=1&cursor=" + page.path("nextCursor").asText());
    assertThat(body(resource.list(rest, in(second)).getEntity()).path("items").path(0).path("id"))
        .hasToString("\"" + id(first) + "\"");
  }

  @Test
  void an_own_session_that_ends_is_204() {
    var phone = newcomers.adaSignedIn();
    var laptop = newcomers.adaSignedIn();

    assertThat(resource.end(id(phone), plain(), in(laptop)).getStatus()).isEqualTo(204);

    assertThat(newcomers.authenticate(phone)).isEqualTo(new AuthenticateCaller.Outcome.Refused());
    assertThat(newcomers.authenticate(laptop))
        .isInstanceOf(AuthenticateCaller.Outcome.Authenticated.class);
  }

  @Test
  void the_session_of_somebody_else_and_none_are_the_same_404() {
    var signedIn = newcomers.adaSignedIn();
    var stranger = SignedIn.as(Role.CLIENT);

    assertThat(problem(resource.end(id(signedIn), plain(), stranger))).isEqualTo("NOT_FOUND");
    assertThat(problem(resource.end(UUID.randomUUID(), plain(), in(signedIn))))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void signing_out_everywhere_is_204() {
    var phone = newcomers.adaSignedIn();
    var laptop = newcomers.adaSignedIn();

    assertThat(resource.logoutAll(json("{}"), plain(), in(laptop)).getStatus()).isEqualTo(204);

    assertThat(newcomers.authenticate(phone)).isEqualTo(new AuthenticateCaller.Outcome.Refused());
    assertThat(newcomers.authenticate(laptop)).isEqualTo(new AuthenticateCaller.Outcome.Refused());
  }

  @Test
  void signing_out_everywhere_takes_no_members() {
    var signedIn = newcomers.adaSignedIn();

    assertThat(problem(resource.logoutAll(json("{'all': true}"), plain(), in(signedIn))))
        .isEqualTo("UNACCEPTABLE_REQUEST /all UNKNOWN_MEMBER");
  }

  @Test
  void whoever_may_do_nothing_with_an_account_is_403() {
    var signedIn = newcomers.adaSignedIn();
    var nobody = new SignedIn(new Caller(user, Set.of(), Set.of()), in(signedIn).session());

    assertThat(problem(resource.list(query(""), nobody))).isEqualTo("FORBIDDEN");
    assertThat(problem(resource.end(id(signedIn), plain(), nobody))).isEqualTo("FORBIDDEN");
    assertThat(problem(resource.logoutAll(null, plain(), nobody))).isEqualTo("FORBIDDEN");
  }

  private SignedIn in(LoggedIn signedIn) {
    return new SignedIn(new Caller(user, Set.of(Role.CLIENT)), signedIn.refreshToken().session());
  }

  private static UUID id(LoggedIn signedIn) {
    return signedIn.refreshToken().session().value();
  }
}
