package org.mercat.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.AuthenticateCaller;
import org.mercat.application.identity.AuthenticateCaller.Outcome;
import org.mercat.application.identity.LogOut;
import org.mercat.application.identity.OpenSession;
import org.mercat.application.identity.port.InMemoryTokens;
import org.mercat.application.identity.port.SampleGrants;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.identity.port.Users;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.AccessGrant;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Transition;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;
import org.mercat.persistence.shared.MyBatisEventOutbox;
import org.mercat.persistence.shared.TestDatabase;

/** What one node changes works on another one within a second: both only have the database. */
class TwoNodesTest {

  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final Users users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final UserSessions sessions = new MyBatisUserSessions(TestDatabase.SESSIONS);
  private final EventOutbox outbox = new MyBatisEventOutbox(TestDatabase.SESSIONS, new Reactions());
  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();
  private final SettableClock clock = new SettableClock(SampleGrants.FROM);
  private final InMemoryTokens tokens = new InMemoryTokens();
  private final AuthenticateCaller here = node();
  private final AuthenticateCaller there = node();

  @Test
  void a_session_that_has_ended_is_over_on_every_node_within_a_second() {
    var token = signedIn();
    assertThat(there.handle(token)).isInstanceOf(Outcome.Authenticated.class);
    var session = ((Outcome.Authenticated) here.handle(token)).session();

    assertThat(
            new LogOut(sessions, here, outbox, unitOfWork, clock)
                .handle(new LogOut.Command(session)))
        .isEqualTo(LogOut.Outcome.LOGGED_OUT);

    assertThat(here.handle(token)).isEqualTo(new Outcome.Refused());
    clock.advance(A_SECOND);
    assertThat(there.handle(token)).isEqualTo(new Outcome.Refused());
  }

  @Test
  void a_suspended_account_is_out_on_every_node_within_a_second() {
    var token = signedIn();
    var user = caller(here, token).user();
    assertThat(there.handle(token)).isInstanceOf(Outcome.Authenticated.class);

    change(user, account -> done(account.suspend("fraud", clock.instant())));
    clock.advance(A_SECOND);

    assertThat(here.handle(token)).isEqualTo(new Outcome.Refused());
    assertThat(there.handle(token)).isEqualTo(new Outcome.Refused());
  }

  @Test
  void a_role_that_was_given_holds_on_every_node_within_a_second() {
    var token = signedIn();
    var user = caller(here, token).user();
    assertThat(caller(there, token).roles()).containsExactly(Role.CLIENT);

    change(user, TwoNodesTest::asProvider);
    clock.advance(A_SECOND);

    for (var node : Set.of(here, there)) {
      assertThat(caller(node, token).roles()).containsExactlyInAnyOrder(Role.CLIENT, Role.PROVIDER);
    }
  }

  private AuthenticateCaller node() {
    var rights = new MyBatisUserRights(TestDatabase.SESSIONS);
    return new AuthenticateCaller(tokens, sessions, users, rights, (_, _) -> {}, unitOfWork, clock);
  }

  private AuthenticateCaller.Command signedIn() {
    var account = SampleUsers.client(users.nextId());
    var openSession = new OpenSession(sessions, tokens, outbox);
    var opening = new OpenSession.Command(account.id(), SessionOrigin.UNKNOWN, clock.instant());
    var opened =
        unitOfWork.run(
            () -> {
              assertThat(users.add(account)).isEqualTo(Addition.ADDED);
              return openSession.handle(opening);
            });
    var grant =
        AccessGrant.of(Acting.now().tenant(), account, opened.session().id(), clock.instant());
    return new AuthenticateCaller.Command(tokens.accessToken(grant).text());
  }

  private static Caller caller(AuthenticateCaller node, AuthenticateCaller.Command token) {
    return ((Outcome.Authenticated) node.handle(token)).caller();
  }

  private void change(UserId user, UnaryOperator<UserAccount> change) {
    var changed =
        unitOfWork.run(
            () -> {
              var next = change.apply(users.find(user).orElseThrow());
              users.update(next);
              return next;
            });
    assertThat(changed.id()).isEqualTo(user);
  }

  private static UserAccount done(Transition transition) {
    return ((Transition.Done) transition).account();
  }

  private static UserAccount asProvider(UserAccount account) {
    return new UserAccount(
        account.id(),
        account.email(),
        account.emailVerifiedAt(),
        account.password(),
        Set.of(Role.CLIENT, Role.PROVIDER),
        account.profile(),
        account.standing(),
        account.registeredAt(),
        account.version());
  }
}
