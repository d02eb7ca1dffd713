package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.AuthenticateCaller.Command;
import org.mercat.application.identity.AuthenticateCaller.Outcome;
import org.mercat.application.identity.LogIn.Outcome.LoggedIn;
import org.mercat.application.identity.port.SampleGrants;
import org.mercat.application.identity.port.UserRights;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.AccessGrant;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tenancy.TenantId;

class AuthenticateCallerTest {

  private final Newcomers newcomers = new Newcomers();
  private UserId user = newcomers.users.nextId();

  @BeforeEach
  void somebody_is_there() {
    user = newcomers.ada();
  }

  @Test
  void a_token_tells_who_calls_and_as_what() {
    assertThat(newcomers.authenticate(newcomers.adaSignedIn()))
        .isInstanceOfSatisfying(
            Outcome.Authenticated.class,
            found -> assertThat(found.caller()).isEqualTo(new Caller(user, Set.of(Role.CLIENT))));
  }

  @Test
  void a_text_that_is_no_token_is_refused() {
    assertThat(newcomers.authenticateCaller.handle(new Command("nonsense")))
        .isEqualTo(new Outcome.Refused());
  }

  @Test
  void a_token_is_refused_from_the_end_of_its_time_also_right_after_use() {
    var signedIn = newcomers.adaSignedIn();
    newcomers.clock.advance(AccessGrant.LIFE.minusMillis(1));
    assertIn(signedIn);

    newcomers.clock.advance(Duration.ofMillis(1));

    assertOut(signedIn);
  }

  @Test
  void a_session_that_ended_here_is_refused_at_once() {
    var signedIn = newcomers.adaSignedIn();
    assertIn(signedIn);

    assertThat(newcomers.logOut.handle(new LogOut.Command(session(signedIn))))
        .isEqualTo(LogOut.Outcome.LOGGED_OUT);

    assertOut(signedIn);
  }

  @Test
  void a_session_that_ended_on_another_node_is_refused_a_second_later() {
    var signedIn = newcomers.adaSignedIn();
    var session = session(signedIn);
    endElsewhere(session);
    assertIn(signedIn);

    newcomers.clock.advance(AuthenticateCaller.MEMORY);

    assertOut(signedIn);
  }

  @Test
  void a_suspended_person_is_refused_a_second_later() {
    var signedIn = newcomers.adaSignedIn();
    assertIn(signedIn);
    newcomers.put(user, Status.SUSPENDED);

    newcomers.clock.advance(AuthenticateCaller.MEMORY);

    assertOut(signedIn);
  }

  @Test
  void a_token_for_the_session_of_somebody_else_is_refused() {
    var mine = session(newcomers.adaSignedIn());
    var now = SampleGrants.FROM;
    var foreign =
        new AccessGrant(
            TenantId.DEFAULT,
            newcomers.users.nextId(),
            mine,
            Set.of(Role.ADMIN),
            now,
            now.plus(AccessGrant.LIFE));

    var token = newcomers.tokens.accessToken(foreign).text();

    assertThat(newcomers.authenticateCaller.handle(new Command(token)))
        .isEqualTo(new Outcome.Refused());
  }

  @Test
  void the_roles_are_those_of_the_account_not_those_of_the_token() {
    var mine = session(newcomers.adaSignedIn());
    var now = SampleGrants.FROM;
    var promoted =
        new AccessGrant(
            TenantId.DEFAULT, user, mine, Set.of(Role.ADMIN), now, now.plus(AccessGrant.LIFE));

    var token = newcomers.tokens.accessToken(promoted).text();

    assertThat(newcomers.authenticateCaller.handle(new Command(token)))
        .isEqualTo(
            new Outcome.Authenticated(
                TenantId.DEFAULT, new Caller(user, Set.of(Role.CLIENT)), mine));
  }

  @Test
  void what_is_denied_on_another_node_is_denied_here_within_a_second() {
    var signedIn = newcomers.adaSignedIn();
    assertThat(permissionsOf(signedIn)).contains(Permission.BOOKING_PLACE);
    var denied =
        newcomers.unitOfWork.run(
            () ->
                newcomers.rights.update(
                    newcomers
                        .rights
                        .find(user)
                        .orElseThrow()
                        .with(Set.of(Permission.AUDIT_READ), Set.of(Permission.BOOKING_PLACE))));
    assertThat(denied).isEqualTo(UserRights.Change.CHANGED);

    newcomers.clock.advance(AuthenticateCaller.MEMORY);

    assertThat(permissionsOf(signedIn))
        .contains(Permission.AUDIT_READ)
        .doesNotContain(Permission.BOOKING_PLACE);
  }

  @Test
  void a_token_of_another_tenant_than_the_address_names_is_refused() {
    var signedIn = newcomers.adaSignedIn();
    assertIn(signedIn);

    var elsewhere = new TenantId(UUID.randomUUID());

    assertThat(Acting.of(elsewhere).call(() -> newcomers.authenticate(signedIn)))
        .isEqualTo(new Outcome.Refused());
    assertIn(signedIn);
    assertThat(newcomers.trail.all())
        .extracting(entry -> entry.deed().event(), entry -> entry.deed().subject().id())
        .containsExactly(tuple("ForeignToken", user.value()));
  }

  @Test
  void a_token_tells_the_tenant_where_the_address_does_not() {
    var signedIn = newcomers.adaSignedIn();
    var tenant = new TenantId(UUID.randomUUID());
    var grant =
        new AccessGrant(
            tenant,
            user,
            session(signedIn),
            Set.of(Role.CLIENT),
            SampleGrants.FROM,
            SampleGrants.FROM.plus(AccessGrant.LIFE));
    var token = newcomers.tokens.accessToken(grant).text();

    assertThat(newcomers.authenticateCaller.handle(new Command(token)))
        .isInstanceOfSatisfying(
            Outcome.Authenticated.class, found -> assertThat(found.tenant()).isEqualTo(tenant));
  }

  @Test
  void what_is_remembered_stays_bounded() {
    var signedIn = newcomers.adaSignedIn();
    var session = session(signedIn);
    for (var count = 0; count <= AuthenticateCaller.MOST; count++) {
      var grant =
          new AccessGrant(
              TenantId.DEFAULT,
              user,
              session,
              Set.of(Role.CLIENT),
              SampleGrants.FROM,
              SampleGrants.FROM.plus(AccessGrant.LIFE));
      assertThat(
              newcomers.authenticateCaller.handle(
                  new Command(newcomers.tokens.accessToken(grant).text())))
          .isInstanceOf(Outcome.Authenticated.class);
    }

    assertThat(newcomers.authenticateCaller.remembered())
        .isLessThanOrEqualTo(AuthenticateCaller.MOST);
  }

  private SessionId session(LoggedIn signedIn) {
    return ((Outcome.Authenticated) newcomers.authenticate(signedIn)).session();
  }

  private void endElsewhere(SessionId session) {
    var ended =
        newcomers.unitOfWork.run(
            () -> {
              var open = newcomers.sessions.find(session).orElseThrow();
              var done = (Session.Transition.Done) open.end(newcomers.clock.instant());
              newcomers.sessions.update(done.session());
              return done.session();
            });
    assertThat(ended.endedAt()).isPresent();
  }

  private void assertIn(LoggedIn signedIn) {
    assertThat(newcomers.authenticate(signedIn)).isInstanceOf(Outcome.Authenticated.class);
  }

  private void assertOut(LoggedIn signedIn) {
    assertThat(newcomers.authenticate(signedIn)).isEqualTo(new Outcome.Refused());
  }

  private Set<Permission> permissionsOf(LogIn.Outcome.LoggedIn signedIn) {
    var outcome = newcomers.authenticate(signedIn);
    assertThat(outcome).isInstanceOf(Outcome.Authenticated.class);
    return ((Outcome.Authenticated) outcome).caller().permissions();
  }
}
