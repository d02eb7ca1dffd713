package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.RefreshSession.Command;
import org.mercat.application.identity.RefreshSession.Outcome;
import org.mercat.application.identity.RefreshSession.Outcome.Refreshed;
import org.mercat.application.identity.port.InMemoryTokens;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.identity.port.Users;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.RefreshFamily;
import org.mercat.domain.identity.RefreshToken;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionOrigin;
import org.mercat.domain.identity.UserAccount;

/** Whatever the stores are: who refreshes at once is neither locked out nor given two sessions. */
public interface RefreshRaceContract {

  int MANY = 20;

  UserSessions sessions();

  Users users();

  EventOutbox outbox();

  UnitOfWork unitOfWork();

  SettableClock clock();

  @Test
  default void many_with_one_token_at_once_all_get_the_one_that_follows() throws Exception {
    var node = refreshSession();
    var opened = opened();

    var outcomes = atOnce(() -> node.handle(command(opened.token())));

    assertThat(outcomes).hasOnlyElementsOfType(Refreshed.class);
    assertThat(outcomes)
        .extracting(outcome -> ((Refreshed) outcome).accessToken())
        .doesNotHaveDuplicates();
    var successors = outcomes.stream().map(outcome -> ((Refreshed) outcome).refreshToken());
    var successor = successors.distinct().toList();
    assertThat(successor).hasSize(1);
    assertThat(stored(opened).version()).isEqualTo(1);
    clock().advance(Duration.ofMinutes(10));
    assertThat(node.handle(command(successor.getFirst()))).isInstanceOf(Refreshed.class);
  }

  @Test
  default void many_with_an_old_token_at_once_end_the_session_once() throws Exception {
    var node = refreshSession();
    var opened = opened();
    var next = ((Refreshed) node.handle(command(opened.token()))).refreshToken();
    clock().advance(RefreshFamily.GRACE.plusMillis(1));

    var outcomes = atOnce(() -> node.handle(command(opened.token())));

    assertThat(outcomes).containsOnly(new Outcome.Refused());
    assertThat(stored(opened).endedAt()).contains(clock().instant());
    assertThat(stored(opened).version()).isEqualTo(2);
    assertThat(node.handle(command(next))).isEqualTo(new Outcome.Refused());
  }

  @Test
  default void whoever_signs_out_everywhere_is_out_whoever_refreshes_meanwhile() throws Exception {
    var node = refreshSession();
    var opened = opened();
    var endSessions = new EndSessions(sessions(), outbox());
    var user = opened.session().user();

    var outcomes =
        atOnce(
            turn ->
                turn == 0
                    ? unitOfWork()
                        .run(
                            () ->
                                endSessions.handle(
                                    new EndSessions.Command(
                                        user, Optional.empty(), clock().instant())))
                    : node.handle(command(opened.token())));

    assertThat(outcomes.getFirst()).isEqualTo(List.of(opened.session().id()));
    assertThat(stored(opened).endedAt()).contains(clock().instant());
  }

  private RefreshSession refreshSession() {
    return new RefreshSession(
        sessions(), users(), new InMemoryTokens(), outbox(), unitOfWork(), clock());
  }

  private Session.Opened opened() {
    var account = SampleUsers.client(users().nextId());
    assertThat(unitOfWork().run(() -> users().add(account))).isEqualTo(Addition.ADDED);
    var openSession = new OpenSession(sessions(), new InMemoryTokens(), outbox());
    return unitOfWork().run(() -> openSession.handle(opening(account)));
  }

  private OpenSession.Command opening(UserAccount account) {
    return new OpenSession.Command(account.id(), SessionOrigin.UNKNOWN, clock().instant());
  }

  private static Command command(RefreshToken token) {
    return new Command(token, SessionOrigin.UNKNOWN);
  }

  private Session stored(Session.Opened opened) {
    return unitOfWork().run(() -> sessions().find(opened.session().id())).orElseThrow();
  }

  private static <T> List<T> atOnce(Callable<T> work) throws InterruptedException {
    return atOnce(_ -> work.call());
  }

  private static <T> List<T> atOnce(Turn<T> work) throws InterruptedException {
    var start = new CyclicBarrier(MANY);
    try (var executor = Executors.newFixedThreadPool(MANY)) {
      var turns =
          IntStream.range(0, MANY)
              .<Callable<T>>mapToObj(
                  turn ->
                      () -> {
                        start.await();
                        return work.take(turn);
                      });
      return executor.invokeAll(turns.toList()).stream().map(Future::resultNow).toList();
    }
  }

  /** What each of them does. */
  @FunctionalInterface
  interface Turn<T> {
    T take(int number) throws Exception;
  }
}
