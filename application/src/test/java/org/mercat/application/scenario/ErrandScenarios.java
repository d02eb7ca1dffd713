package org.mercat.application.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentOperation.State;

/** Crashes, lost calls and lost answers, at everything for which a gateway is asked. */
public interface ErrandScenarios extends OnStage {

  /** Later than any key is remembered. */
  Duration A_DAY = Duration.ofHours(24);

  static Stream<Arguments> mishaps() {
    return Arrays.stream(Errand.values())
        .flatMap(
            errand ->
                Arrays.stream(Mishap.values())
                    .filter(mishap -> mishap != Mishap.FAULT_BEFORE)
                    .map(mishap -> Arguments.of(errand, mishap)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("org.mercat.application.scenario.ErrandScenarios#mishaps")
  default void whatever_goes_wrong_with_a_call_it_is_done_once(Errand errand, Mishap mishap) {
    var key = errand.decided(stage());
    stage().world.next(mishap);

    stage().run(key.subject());
    assertThat(stage().operation(key).isOpen()).isTrue();
    stage().calm();

    errand.assertDoneOnce(stage(), key);
  }

  @ParameterizedTest
  @EnumSource
  default void mishap_upon_mishap_it_is_done_once(Errand errand) {
    var key = errand.decided(stage());
    stage().world.next(Mishap.LOST_BEFORE, Mishap.TOO_MANY, Mishap.LOST_AFTER, Mishap.UNAVAILABLE);

    stage().run(key.subject());
    stage().calm();

    errand.assertDoneOnce(stage(), key);
  }

  @ParameterizedTest
  @EnumSource
  default void after_a_fault_that_the_gateway_repeats_it_is_known_whether_it_was_done(
      Errand errand) {
    var key = errand.decided(stage());
    stage().world.next(Mishap.FAULT_BEFORE);

    stage().run(key.subject());
    stage().calm();

    if (stage().world.made(key) == 1) {
      errand.assertDoneOnce(stage(), key);
    } else {
      assertNeverArrived(key);
    }
  }

  @ParameterizedTest
  @EnumSource
  default void a_crash_before_the_call_is_made_up_for(Errand errand) {
    var key = errand.decided(stage());
    assertThat(stage().world.made(key)).isZero();

    stage().calm();

    errand.assertDoneOnce(stage(), key);
  }

  @ParameterizedTest
  @EnumSource
  default void a_crash_after_the_call_does_nothing_twice(Errand errand) {
    var key = errand.decided(stage());
    assertThat(stage().tasks.askGateway.handle(stage().operation(key)))
        .isNotInstanceOf(State.Unanswered.class);

    stage().calm();

    errand.assertDoneOnce(stage(), key);
  }

  @ParameterizedTest
  @EnumSource
  default void an_answer_that_is_stored_twice_counts_once(Errand errand) {
    var key = errand.decided(stage());
    var answer = stage().tasks.askGateway.handle(stage().operation(key));

    stage().settle(key, answer);
    stage().settle(key, answer);
    stage().calm();

    errand.assertDoneOnce(stage(), key);
  }

  @ParameterizedTest
  @EnumSource
  default void an_event_that_overtakes_our_own_commit_counts_once(Errand errand) {
    var key = errand.decided(stage());
    var answer = stage().tasks.askGateway.handle(stage().operation(key));

    stage().tellAll();
    stage().settle(key, answer);
    stage().calm();

    errand.assertDoneOnce(stage(), key);
  }

  @ParameterizedTest
  @EnumSource
  default void after_a_day_what_was_done_is_found_and_not_done_again(Errand errand) {
    var key = errand.decided(stage());
    stage().world.next(Mishap.LOST_AFTER);
    stage().run(key.subject());

    stage().recoverAfter(A_DAY);
    stage().calm();

    errand.assertDoneOnce(stage(), key);
  }

  @ParameterizedTest
  @EnumSource
  default void after_a_day_what_never_arrived_is_not_asked_for_again(Errand errand) {
    var key = errand.decided(stage());
    stage().world.next(Mishap.LOST_BEFORE);
    stage().run(key.subject());

    stage().recoverAfter(A_DAY);
    stage().calm();

    assertNeverArrived(key);
  }

  private void assertNeverArrived(OperationKey key) {
    assertThat(stage().world.made(key)).isZero();
    assertThat(stage().operation(key).state())
        .isInstanceOfSatisfying(
            State.Failed.class,
            failed -> assertThat(failed.why()).isEqualTo(FailureCode.NEVER_ARRIVED));
    stage().assertAllIsWell();
  }
}
