package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleUsers.REGISTERED_AT;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.SecondFactors.Use;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.RecoveryCode;
import org.mercat.domain.identity.SecondFactor;
import org.mercat.domain.identity.TotpSecret;
import org.mercat.domain.identity.UserId;

/** What every adapter of {@link SecondFactors} promises. */
public interface SecondFactorsContract {

  Instant LATER = REGISTERED_AT.plusSeconds(60);
  RecoveryCode.Digest ONE = RecoveryCode.of("one").digest();
  RecoveryCode.Digest TWO = RecoveryCode.of("two").digest();

  SecondFactors factors();

  UnitOfWork unitOfWork();

  /** Somebody who has an account. */
  UserId anyUser();

  /** Decides for the tenant whether its administrators need one. */
  void want(boolean wanted);

  @Test
  default void what_is_begun_is_there_and_a_new_beginning_takes_its_place() {
    var user = anyUser();
    var second = begun(user, "second");
    assertThat(find(user)).isEmpty();

    tell(it -> it.put(begun(user, "first")));
    assertThat(find(user)).contains(begun(user, "first"));
    tell(it -> it.put(second));

    assertThat(find(user)).contains(second);
    assertThat(find(anyUser())).isEmpty();
  }

  @Test
  default void what_is_begun_becomes_active_once() {
    var user = active(anyUser());

    tell(it -> it.activate(user, LATER.plusSeconds(1)));

    assertThat(find(user).orElseThrow().activeSince()).contains(LATER);
    var nobody = anyUser();
    tell(it -> it.activate(nobody, LATER));
    assertThat(find(nobody)).isEmpty();
  }

  @Test
  default void a_step_is_used_once_and_none_before_it() {
    var user = active(anyUser());

    assertThat(use(user, 7)).isEqualTo(Use.USED);
    assertThat(use(user, 7)).isEqualTo(Use.REFUSED);
    assertThat(use(user, 6)).isEqualTo(Use.REFUSED);
    assertThat(use(user, 8)).isEqualTo(Use.USED);

    assertThat(find(user).orElseThrow().lastStep()).isEqualTo(8);
    assertThat(use(anyUser(), 9)).isEqualTo(Use.REFUSED);
  }

  @Test
  default void of_those_who_come_at_once_with_a_step_one_uses_it() throws Exception {
    var user = active(anyUser());

    assertThat(atOnce(() -> use(user, 7))).containsOnlyOnce(Use.USED);
  }

  @Test
  default void of_those_who_come_at_once_with_a_recovery_code_one_uses_it() throws Exception {
    var user = active(anyUser());
    tell(it -> it.replaceCodes(user, List.of(ONE)));

    assertThat(atOnce(() -> use(user, ONE))).containsOnlyOnce(Use.USED);
  }

  @Test
  default void whoever_holds_one_decides_before_the_next() throws Exception {
    var user = active(anyUser());
    Callable<Long> counting =
        () ->
            ask(
                it -> {
                  var next = it.hold(user).orElseThrow().lastStep() + 1;
                  return it.use(user, next) == Use.USED ? next : 0L;
                });

    assertThat(atOnce(counting)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
  }

  @Test
  default void a_recovery_code_is_used_once_and_by_its_owner() {
    var user = active(anyUser());
    var other = active(anyUser());
    tell(it -> it.replaceCodes(user, List.of(ONE, TWO)));

    assertThat(use(other, ONE)).isEqualTo(Use.REFUSED);
    assertThat(use(user, ONE)).isEqualTo(Use.USED);
    assertThat(use(user, ONE)).isEqualTo(Use.REFUSED);

    assertThat(codesLeft(user)).isEqualTo(1);
    assertThat(codesLeft(other)).isZero();
  }

  @Test
  default void recovery_codes_are_replaced_as_a_set() {
    var user = active(anyUser());
    tell(it -> it.replaceCodes(user, List.of(ONE)));

    tell(it -> it.replaceCodes(user, List.of(TWO)));

    assertThat(codesLeft(user)).isEqualTo(1);
    assertThat(use(user, ONE)).isEqualTo(Use.REFUSED);
    assertThat(use(user, TWO)).isEqualTo(Use.USED);
  }

  @Test
  default void what_is_removed_is_gone_with_its_codes() {
    var user = active(anyUser());
    tell(it -> it.replaceCodes(user, List.of(ONE)));

    tell(it -> it.remove(user));

    assertThat(find(user)).isEmpty();
    assertThat(use(user, ONE)).isEqualTo(Use.REFUSED);
  }

  @Test
  default void it_is_missing_where_the_tenant_wants_it_and_none_is_active() {
    var with = active(anyUser());
    var without = anyUser();
    var halfway = anyUser();
    tell(it -> it.put(begun(halfway, "halfway")));
    for (var user : List.of(with, without, halfway)) {
      assertThat(isMissing(user)).isFalse();
    }

    want(true);

    assertThat(isMissing(with)).isFalse();
    assertThat(isMissing(without)).isTrue();
    assertThat(isMissing(halfway)).isTrue();
    want(false);
    assertThat(isMissing(without)).isFalse();
  }

  @Test
  default void what_was_never_finished_is_forgotten() {
    var finished = active(anyUser());
    var old = anyUser();
    var young = anyUser();
    tell(it -> it.put(begun(old, "old")));
    tell(it -> it.put(SecondFactor.begin(young, TotpSecret.of("young"), LATER)));

    int forgotten = ask(it -> it.prune(LATER));
    assertThat(forgotten).isEqualTo(1);

    assertThat(find(old)).isEmpty();
    assertThat(find(young)).isPresent();
    assertThat(find(finished)).isPresent();
  }

  private UserId active(UserId user) {
    tell(
        it -> {
          it.put(begun(user, "active"));
          it.activate(user, LATER);
        });
    return user;
  }

  private static SecondFactor begun(UserId user, String random) {
    return SecondFactor.begin(user, TotpSecret.of(random), REGISTERED_AT);
  }

  private Optional<SecondFactor> find(UserId user) {
    return ask(it -> it.hold(user));
  }

  private Use use(UserId user, long step) {
    return ask(it -> it.use(user, step));
  }

  private Use use(UserId user, RecoveryCode.Digest code) {
    return ask(it -> it.use(user, code));
  }

  private int codesLeft(UserId user) {
    return ask(it -> it.codesLeft(user));
  }

  private boolean isMissing(UserId user) {
    return ask(it -> it.isMissing(user));
  }

  @CanIgnoreReturnValue
  private <T> T ask(Function<SecondFactors, T> question) {
    return unitOfWork().run(() -> question.apply(factors()));
  }

  private void tell(Consumer<SecondFactors> order) {
    ask(
        it -> {
          order.accept(it);
          return true;
        });
  }

  private static <T> List<T> atOnce(Callable<T> work) throws Exception {
    var start = new CyclicBarrier(4);
    Callable<T> together =
        () -> {
          start.await();
          return work.call();
        };
    try (var executor = Executors.newFixedThreadPool(4)) {
      return executor.invokeAll(Collections.nCopies(4, together)).stream()
          .map(Future::resultNow)
          .toList();
    }
  }
}
