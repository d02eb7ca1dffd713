package org.mercat.domain.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;

class CumulativeRefundTest {

  private static final CumulativeRefund HST =
      new CumulativeRefund(Rate.percent(13), cad(10_000), cad(1_300));

  @Test
  void seven_refunds_of_a_seventh_give_back_exactly_the_tax() {
    var sevenths = cad(10_000).allocate(List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L));
    var before = cad(0);
    var back = cad(0);
    for (var seventh : sevenths) {
      back = back.plus(HST.next(before, seventh));
      before = before.plus(seventh);
    }

    assertThat(back).isEqualTo(cad(1_300));
    assertThat(
            sevenths.stream()
                .map(part -> part.times(Rate.percent(13), RoundingMode.HALF_UP))
                .reduce(cad(0), Money::plus))
        .as("each rounded on its own")
        .isEqualTo(cad(1_302));
  }

  @Test
  void any_parts_give_back_the_whole_and_never_too_much_on_the_way() {
    var random = new Random(11);
    for (var round = 0; round < 1_000; round++) {
      var base = cad(1 + random.nextLong(100_000));
      var rate = new Rate(random.nextLong(1_000_001));
      var refund = new CumulativeRefund(rate, base, base.times(rate, RoundingMode.HALF_UP));
      var before = cad(0);
      var back = cad(0);
      while (before.compareTo(base) < 0) {
        var now = cad(1 + random.nextLong(base.minus(before).minor()));
        var part = refund.next(before, now);
        assertThat(part).isBetween(cad(0), now);
        back = back.plus(part);
        before = before.plus(now);
        assertThat(back).isLessThanOrEqualTo(refund.whole());
      }
      assertThat(back).isEqualTo(refund.whole());
    }
  }

  @Test
  void a_whole_rounded_down_is_never_exceeded() {
    var roundedDown = new CumulativeRefund(Rate.percent(17), cad(10), cad(1));

    assertThat(roundedDown.next(cad(0), cad(9))).isEqualTo(cad(1));
    assertThat(roundedDown.next(cad(9), cad(1))).isEqualTo(cad(0));
  }

  @Test
  void a_whole_rounded_up_goes_back_to_the_last_cent() {
    var roundedUp = new CumulativeRefund(Rate.percent(14), cad(10), cad(2));

    assertThat(roundedUp.next(cad(0), cad(10))).isEqualTo(cad(2));
    assertThat(roundedUp.next(cad(9), cad(1))).isEqualTo(cad(1));
  }

  @Test
  void half_a_cent_goes_back_as_a_cent() {
    var gst = new CumulativeRefund(Rate.percent(5), cad(100), cad(5));

    assertThat(gst.next(cad(0), cad(10))).isEqualTo(cad(1));
    assertThat(gst.next(cad(10), cad(10))).isEqualTo(cad(0));
  }

  @Test
  void nothing_goes_back_with_nothing() {
    assertThat(HST.next(cad(3_333), cad(0))).isEqualTo(cad(0));
  }

  @Test
  void refuses_more_than_there_was() {
    assertThatIllegalArgumentException().isThrownBy(() -> ignore(HST.next(cad(9_999), cad(2))));
    assertThatIllegalArgumentException().isThrownBy(() -> ignore(HST.next(cad(0), cad(-1))));
    assertThatIllegalArgumentException().isThrownBy(() -> ignore(HST.next(cad(-1), cad(1))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CumulativeRefund(Rate.ZERO, cad(1), cad(2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CumulativeRefund(Rate.ZERO, cad(1), cad(-1)));
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }

  private static void ignore(Object ignored) {}
}
