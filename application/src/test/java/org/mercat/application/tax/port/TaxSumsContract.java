package org.mercat.application.tax.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.booking.port.SampleBookings.A_WEEK_BEFORE;
import static org.mercat.application.booking.port.SampleBookings.NOON;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.WithPayments;
import org.mercat.application.tax.port.TaxSums.Sum;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.RefundRequest;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxComponent;

/** What every adapter of {@link TaxSums} promises. */
public interface TaxSumsContract extends WithPayments {

  Year YEAR = Year.of(2030);

  TaxSums sums();

  @Test
  default void lines_of_one_tax_at_one_place_are_summed_for_both_parties() {
    var parties = parties();
    paid(parties, 1, A_WEEK_BEFORE);
    paid(parties, 2, A_WEEK_BEFORE);

    assertThat(ofClient(parties)).containsExactly(hst(15_000, 1_950, 0));
    assertThat(ofProvider(parties)).containsExactly(hst(15_000, 1_950, 0));
    assertThat(ofClient(parties())).isEmpty();
  }

  @Test
  default void tax_on_what_is_paid_to_the_platform_is_paid_by_the_client_and_not_collected() {
    var parties = parties();
    paidOnTop(parties, 1, A_WEEK_BEFORE);

    assertThat(ofClient(parties)).containsExactly(hst(7_500 + 475, 975 + 62, 0));
    assertThat(ofProvider(parties)).containsExactly(hst(7_500, 975, 0));
  }

  @Test
  default void what_has_gone_back_is_told_beside_it() {
    var parties = parties();
    var payment = paid(parties, 1, A_WEEK_BEFORE);
    var part = new RefundRequest(cad(1_000), cad(0), Role.PROVIDER, "late");
    var key = OperationKey.refund(payment.charge().booking(), 1);

    payment = stored(payment.refund(part, A_WEEK_BEFORE));
    assertThat(ofClient(parties)).containsExactly(hst(7_500, 975, 0));
    stored(payment.refundPaid(key, A_WEEK_BEFORE));

    assertThat(ofClient(parties)).containsExactly(hst(7_500, 975, 130));
    assertThat(sold(parties, A_WEEK_BEFORE, NOON)).isEqualTo(cad(6_500));
  }

  @Test
  default void a_year_begins_and_ends_at_the_midnight_of_the_place() {
    var parties = parties();
    paid(parties, 1, Instant.parse("2030-01-01T04:59:59Z"));
    paid(parties, 2, Instant.parse("2030-01-01T05:00:00Z"));
    paid(parties, 3, Instant.parse("2031-01-01T04:59:59Z"));
    paid(parties, 4, Instant.parse("2031-01-01T05:00:00Z"));

    assertThat(ofClient(parties)).containsExactly(hst(15_000, 1_950, 0));
    assertThat(in(() -> sums().ofProvider(parties.provider(), Year.of(2029))))
        .containsExactly(hst(7_500, 975, 0));
    assertThat(in(() -> sums().ofClient(parties.client(), Year.of(2031))))
        .containsExactly(hst(7_500, 975, 0));
  }

  @Test
  default void what_was_not_taken_was_not_sold() {
    var parties = parties();
    var _ = begun(parties, 1, A_WEEK_BEFORE);

    assertThat(ofClient(parties)).isEmpty();
    assertThat(sold(parties, A_WEEK_BEFORE, NOON)).isEqualTo(cad(0));
  }

  @Test
  default void sales_are_summed_from_a_time_to_another_exclusively() {
    var parties = parties();
    paid(parties, 1, A_WEEK_BEFORE);
    paid(parties, 2, NOON);

    assertThat(sold(parties, A_WEEK_BEFORE, NOON)).isEqualTo(cad(7_500));
    assertThat(sold(parties, A_WEEK_BEFORE, NOON.plusMillis(1))).isEqualTo(cad(15_000));
    assertThat(sold(parties, A_WEEK_BEFORE.plusMillis(1), NOON)).isEqualTo(cad(0));
    assertThat(sold(parties(), A_WEEK_BEFORE, NOON)).isEqualTo(cad(0));
  }

  private static Sum hst(long base, long charged, long refunded) {
    return new Sum(
        new Jurisdiction("CA", "ON"),
        TaxComponent.HST,
        Rate.percent(13),
        cad(base),
        cad(charged),
        cad(refunded));
  }

  private List<Sum> ofClient(Parties parties) {
    return in(() -> sums().ofClient(parties.client(), YEAR));
  }

  private List<Sum> ofProvider(Parties parties) {
    return in(() -> sums().ofProvider(parties.provider(), YEAR));
  }

  private Money sold(Parties parties, Instant from, Instant to) {
    return in(() -> sums().sold(parties.provider(), from, to));
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
