package org.mercat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.PaymentOperation.Request;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.shared.Money;

/** What is known of a call, whatever the gateway says and however often it is asked. */
class PaymentOperationTest {

  private static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");
  private static final GatewayReference REFERENCE = new GatewayReference("re_1");
  private static final State SENT = new State.Sent(NOW);
  private static final State UNANSWERED = new State.Unanswered(NOW, "silence");
  private static final State WAITING = new State.Waiting(NOW, REFERENCE, false);
  private static final State DONE = new State.Done(NOW, REFERENCE);
  private static final State FAILED = new State.Failed(NOW, FailureCode.REJECTED);

  private final PaymentOperation operation =
      PaymentOperation.sent(
          OperationKey.refund(new BookingId(UUID.randomUUID()), 1),
          new Request.Refund(new GatewayReference("pay_1"), Money.of(100, "CAD")),
          NOW);

  static Stream<Arguments> news() {
    return Stream.of(
        Arguments.of(SENT, List.of(UNANSWERED, WAITING, DONE, FAILED)),
        Arguments.of(UNANSWERED, List.of(UNANSWERED, WAITING, DONE, FAILED)),
        Arguments.of(WAITING, List.of(DONE, FAILED)),
        Arguments.of(DONE, List.of(FAILED)),
        Arguments.of(FAILED, List.of()));
  }

  @ParameterizedTest
  @MethodSource("news")
  void an_answer_is_news_until_the_end_is_known(State state, List<State> news) {
    var known = in(state);

    for (var answer : List.of(UNANSWERED, WAITING, DONE, FAILED)) {
      assertThat(known.answered(answer).map(PaymentOperation::state))
          .isEqualTo(Optional.of(answer).filter(news::contains));
    }
    assertThat(known.isOpen()).isEqualTo(!(state.equals(DONE) || state.equals(FAILED)));
  }

  @Test
  void only_what_a_bank_may_send_back_fails_after_it_was_done() {
    var capture =
        PaymentOperation.sent(
                OperationKey.capture(new BookingId(UUID.randomUUID())),
                new Request.Capture(Money.of(100, "CAD"), new PaymentMethod("sbx_ok")),
                NOW)
            .answered(DONE)
            .orElseThrow();

    assertThat(in(DONE).answered(FAILED)).isPresent();
    assertThat(capture.answered(FAILED)).isEmpty();
  }

  @Test
  void whoever_sends_it_has_it_for_half_a_minute() {
    assertThat(operation.nextCheckAt()).isEqualTo(NOW.plusSeconds(30));
    assertThat(operation.firstSentAt()).isEqualTo(NOW);
  }

  @Test
  void it_is_asked_for_again_more_and_more_seldom() {
    var waits =
        Stream.iterate(operation.leased(NOW), asked -> asked.leased(NOW))
            .limit(8)
            .map(asked -> Duration.between(NOW, asked.nextCheckAt()))
            .toList();

    assertThat(waits)
        .containsExactly(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(1));
  }

  @Test
  void the_same_call_is_made_again_for_less_than_a_day() {
    assertThat(operation.mayRepeat(NOW.plus(Duration.ofHours(23)).minusMillis(1))).isTrue();
    assertThat(operation.mayRepeat(NOW.plus(Duration.ofHours(23)))).isFalse();
  }

  private PaymentOperation in(State state) {
    return state.equals(SENT) ? operation : operation.answered(state).orElseThrow();
  }
}
