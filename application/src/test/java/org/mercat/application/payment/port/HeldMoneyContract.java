package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mercat.application.booking.port.SampleBookings.FEE;
import static org.mercat.application.booking.port.SampleBookings.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.HeldFunds;
import org.mercat.domain.payment.HeldFunds.Alarm;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.RefundRequest;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Role;

/** What every adapter of {@link HeldMoney} promises. */
public interface HeldMoneyContract extends WithPayments {

  Duration ALLOWED = Duration.ofDays(90);
  Instant DEADLINE = NOON.plus(ALLOWED);
  int MANY = 100_000;

  HeldMoney heldMoney();

  @Test
  default void what_a_client_has_paid_is_held_until_its_deadline() {
    var parties = parties();
    var booking = paid(parties, 1, NOON).charge().booking();
    var _ = begun(parties, 2, NOON);

    assertThat(heldOf(parties, Optional.empty()))
        .containsExactly(
            new HeldFunds(booking, parties.provider(), Money.of(8_975, "CAD"), NOON, DEADLINE));
  }

  @Test
  default void what_has_gone_back_or_on_is_not_held() {
    var parties = parties();
    var part = paid(parties, 1, NOON);
    var request = new RefundRequest(cad(1_000), cad(0), Role.PROVIDER, "late");
    var _ = stored(part.refund(request, NOON));
    var released = paid(parties, 2, NOON);
    var _ = stored(released.release(FEE, NOON));

    assertThat(heldOf(parties, Optional.empty()))
        .extracting(HeldFunds::booking, HeldFunds::amount)
        .containsExactly(tuple(id(part), cad(7_845)));
  }

  @Test
  default void the_newest_come_first_and_pages_follow_each_other() {
    var parties = parties();
    var first = paid(parties, 1, NOON);
    var second = paid(parties, 2, NOON.minusSeconds(1));

    assertThat(heldOf(parties, Optional.empty()))
        .extracting(HeldFunds::booking)
        .containsExactly(id(second), id(first));
    assertThat(heldOf(parties, Optional.of(DEADLINE)))
        .extracting(HeldFunds::booking)
        .containsExactly(id(second));
  }

  @Test
  default void an_alarm_is_told_of_until_it_is_raised_and_each_is_raised_once() {
    var parties = parties();
    var later = id(paid(parties, 1, NOON.plusSeconds(1)));
    var booking = id(paid(parties, 2, NOON));
    var near = DEADLINE.minus(HeldFunds.NOTICE);

    assertThat(unheard(parties, near.minusMillis(1))).isEmpty();
    assertThat(unheard(parties, near)).containsExactly(booking);
    assertThat(unheard(parties, near.plusSeconds(1))).containsExactly(booking, later);
    assertThat(raise(booking, Alarm.NEAR)).isTrue();
    assertThat(raise(booking, Alarm.NEAR)).isFalse();
    assertThat(unheard(parties, DEADLINE.minusMillis(1))).containsExactly(later);
    assertThat(unheard(parties, DEADLINE)).containsExactly(booking, later);
    assertThat(raise(booking, Alarm.PASSED)).isTrue();
    assertThat(unheard(parties, DEADLINE)).containsExactly(later);
  }

  @Test
  default void no_alarm_is_told_of_what_is_not_held_any_more() {
    var parties = parties();
    var _ = stored(paid(parties, 1, NOON).release(FEE, NOON));
    var refunding = paid(parties, 2, NOON);
    var all = new RefundRequest(cad(7_500), cad(500), Role.PROVIDER, "late");
    var back = stored(refunding.refund(all, NOON));
    var _ = stored(back.refundPaid(OperationKey.refund(id(back), 1), NOON));

    assertThat(unheard(parties, DEADLINE)).isEmpty();
  }

  private boolean raise(BookingId booking, Alarm alarm) {
    return in(() -> heldMoney().raise(booking, alarm, DEADLINE));
  }

  private List<BookingId> unheard(Parties parties, Instant now) {
    return in(() -> heldMoney().unheard(now, MANY)).stream()
        .filter(held -> held.provider().equals(parties.provider()))
        .map(HeldFunds::booking)
        .toList();
  }

  /** All pages of one item each, as far as they are of these parties. */
  private List<HeldFunds> heldOf(Parties parties, Optional<Instant> deadlineBefore) {
    var found = new ArrayList<HeldFunds>();
    var after = Optional.<UUID>empty();
    do {
      var request = new PageRequest(1, after);
      var page = in(() -> heldMoney().find(deadlineBefore, request));
      found.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return found.stream().filter(held -> held.provider().equals(parties.provider())).toList();
  }

  private static BookingId id(Payment payment) {
    return payment.charge().booking();
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
