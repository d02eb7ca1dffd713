package org.mercat.rest.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.rest.shared.StatusWords;

/** The projection of FEATURES 2.1, row by row. */
class BookingStatusTest {

  private record Row(List<String> phases, List<String> money, String booking, String transaction) {
    static Row parse(String line) {
      var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      return new Row(
          List.of(cells.get(0).split(" ")),
          List.of(cells.get(1).split(" ")),
          cells.get(2),
          cells.get(3));
    }
  }

  private static final List<Row> TABLE =
      """
      REQUESTED                            | NONE AUTHORIZED             | pending     | pending
      AWAITING_PAYMENT                     | NONE                        | pending     | pending
      AWAITING_PAYMENT                     | INVOICED                    | pending     | invoiced
      REQUESTED AWAITING_PAYMENT           | CAPTURING                   | pending     | invoiced
      CONFIRMED                            | HELD                        | confirmed   | paid
      CONFIRMED                            | NONE                        | confirmed   | invoiced
      IN_PROGRESS DELIVERED                | HELD NONE                   | in_progress | in_progress
      COMPLETED                            | HELD RELEASING REFUNDING    | completed   | completed
      COMPLETED                            | RELEASED NONE               | completed   | completed
      CANCELLED NO_SHOW EXPIRED            | HELD RELEASING REFUNDING    | cancelled   | cancelled
      CANCELLED NO_SHOW                    | RELEASED                    | cancelled   | cancelled
      COMPLETED CANCELLED NO_SHOW EXPIRED  | REFUNDED                    | refunded    | refunded
      DECLINED EXPIRED CANCELLED NO_SHOW   | NONE AUTHORIZED             | cancelled   | cancelled
      """
          .lines()
          .map(Row::parse)
          .toList();

  static Stream<Arguments> pairs() {
    return Arrays.stream(Phase.values())
        .flatMap(
            phase -> Arrays.stream(Whereabouts.values()).map(money -> Arguments.of(phase, money)));
  }

  @ParameterizedTest(name = "{0} with its money {1}")
  @MethodSource("pairs")
  void every_pair_has_its_words_or_is_unreachable(Phase phase, Whereabouts money) {
    var row =
        TABLE.stream()
            .filter(it -> it.phases().contains(phase.name()) && it.money().contains(money.name()))
            .findAny();

    if (row.isPresent()) {
      assertThat(BookingStatus.of(StatusWords.BOOKINGS, phase, money, false))
          .isEqualTo(row.get().booking());
      assertThat(BookingStatus.of(StatusWords.TRANSACTIONS, phase, money, false))
          .isEqualTo(row.get().transaction());
    } else {
      assertThatThrownBy(() -> BookingStatus.of(StatusWords.BOOKINGS, phase, money, false))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> BookingStatus.of(StatusWords.TRANSACTIONS, phase, money, false))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void a_dispute_is_told_to_bookings_after_capture_and_changes_no_other_word() {
    assertThat(BookingStatus.of(StatusWords.BOOKINGS, Phase.CONFIRMED, Whereabouts.HELD, true))
        .isEqualTo("disputed");
    assertThat(BookingStatus.of(StatusWords.TRANSACTIONS, Phase.CONFIRMED, Whereabouts.HELD, true))
        .isEqualTo("paid");
    assertThat(BookingStatus.of(StatusWords.BOOKINGS, Phase.REQUESTED, Whereabouts.NONE, true))
        .isEqualTo("pending");
  }
}
