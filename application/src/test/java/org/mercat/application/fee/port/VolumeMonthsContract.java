package org.mercat.application.fee.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.booking.port.SampleBookings.FEE;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.fee.CloseVolumeMonths;
import org.mercat.application.fee.port.VolumeMonths.Open;
import org.mercat.application.fee.port.VolumeMonths.Selection;
import org.mercat.application.fee.port.VolumeMonths.Sold;
import org.mercat.application.payment.port.WithPayments;
import org.mercat.application.shared.InMemoryZoneBook;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.fee.VolumeMonth;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.RefundRequest;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Role;

/**
 * What every adapter of {@link VolumeMonths} promises, and what becomes of them when they are
 * closed. The tenant has nothing else, and its providers are in Toronto.
 */
public interface VolumeMonthsContract extends WithPayments {

  ZoneId TORONTO = ZoneId.of("America/Toronto");
  ZoneBook ZONES = new InMemoryZoneBook();
  YearMonth JANUARY = YearMonth.of(2030, 1);
  Instant BEGIN = Instant.parse("2030-01-01T05:00:00Z");
  Instant END = Instant.parse("2030-02-01T05:00:00Z");
  Selection EVERYTHING = new Selection(Optional.empty(), Optional.empty());

  VolumeMonths volumes();

  @Test
  default void what_was_released_in_a_time_was_sold_before_tax_and_without_tips() {
    var parties = parties();
    released(parties, 1, BEGIN);
    released(parties, 2, END.minusMillis(1));
    released(parties, 3, END);

    assertThat(sold(parties, BEGIN, END)).containsExactly(new Sold(cad(15_000), 2));
    assertThat(sold(parties, BEGIN.plusMillis(1), END)).containsExactly(new Sold(cad(7_500), 1));
    assertThat(sold(parties(), BEGIN, END)).isEmpty();
  }

  @Test
  default void what_is_only_held_was_not_sold() {
    var parties = parties();
    paid(parties, 1, BEGIN);

    assertThat(sold(parties, BEGIN, END)).isEmpty();
    assertThat(open(JANUARY)).isEmpty();
    assertThat(close(END.plus(VolumeMonth.GRACE))).isZero();
  }

  @Test
  default void what_goes_back_before_or_after_the_release_is_not_sold() {
    var parties = parties();
    var before = paid(parties, 1, BEGIN);
    var partly = stored(before.refund(part(1_000), BEGIN));
    var left = stored(partly.refundPaid(key(partly), BEGIN));
    stored(left.release(FEE, BEGIN));
    var after = released(parties, 2, BEGIN);
    stored(after.refund(part(500), END));
    var whole = released(parties, 3, BEGIN);
    stored(whole.refund(part(7_500), END));

    assertThat(sold(parties, BEGIN, END)).containsExactly(new Sold(cad(13_500), 2));
  }

  @Test
  default void a_month_is_closed_when_it_is_over_by_the_calendar_of_the_seller_and_once() {
    var parties = parties();
    var payment = released(parties, 1, BEGIN);
    released(parties, 2, BEGIN.minusMillis(1));

    assertThat(open(JANUARY)).containsExactly(new Open(parties.provider(), JANUARY.minusMonths(1)));
    assertThat(closedAt(END)).containsExactly("2029-12 7500 1");
    assertThat(closedAt(END.plus(VolumeMonth.GRACE)))
        .containsExactly("2030-01 7500 1", "2029-12 7500 1");

    stored(payment.refund(part(7_500), END));
    assertThat(closedAt(END.plus(VolumeMonth.GRACE)))
        .as("a refund that comes later")
        .containsExactly("2030-01 7500 1", "2029-12 7500 1");
    assertThat(open(JANUARY)).isEmpty();
  }

  @Test
  default void a_month_without_sales_is_closed_with_nothing_once_something_was_sold() {
    var parties = parties();
    released(parties, 1, BEGIN);

    assertThat(closedAt(Instant.parse("2030-04-01T04:05:00Z")))
        .containsExactly("2030-03 0 0", "2030-02 0 0", "2030-01 7500 1");
  }

  @Test
  default void the_first_who_closes_a_month_says_what_was_sold() {
    var parties = parties();
    var first = month(parties, 100);
    var second = month(parties, 200);

    var kept =
        in(
            () -> {
              volumes().close(first);
              volumes().close(second);
              return volumes().page(EVERYTHING, page(10)).items();
            });

    assertThat(kept).containsExactly(first);
  }

  @Test
  default void months_are_selected_by_seller_and_month_a_page_at_a_time() {
    var ours = parties();
    var theirs = parties();
    released(ours, 1, BEGIN);
    released(theirs, 1, BEGIN);
    var all = closed(Instant.parse("2030-03-01T05:05:00Z"));

    assertThat(all).hasSize(4);
    assertThat(page(new Selection(Optional.of(ours.provider()), Optional.empty()))).hasSize(2);
    assertThat(page(new Selection(Optional.of(theirs.provider()), Optional.of(JANUARY))))
        .extracting(VolumeMonth::sales)
        .containsExactly(cad(7_500));
    var first = in(() -> volumes().page(EVERYTHING, page(3)));
    assertThat(first.items()).isEqualTo(all.subList(0, 3));
    assertThat(in(() -> volumes().page(EVERYTHING, new PageRequest(3, first.next()))).items())
        .isEqualTo(all.subList(3, 4));
  }

  /** A seller who has sold one thing, in the first moment of a month. */
  default ProviderId sellsOnceIn(YearMonth month) {
    var parties = parties();
    released(parties, 1, VolumeMonth.beginOf(month, ZONES.zone(TORONTO)));
    return parties.provider();
  }

  /** What is closed of a seller, the last month first. */
  default List<String> monthsOf(ProviderId seller) {
    return page(new Selection(Optional.of(seller), Optional.empty())).stream()
        .map(VolumeMonthsContract::text)
        .toList();
  }

  private static String text(VolumeMonth month) {
    return month.month() + " " + month.sales().minor() + " " + month.orders();
  }

  private VolumeMonth month(Parties parties, long sales) {
    var id = in(() -> volumes().nextId());
    return new VolumeMonth(id, parties.provider(), JANUARY, cad(sales), 1, END);
  }

  private List<Sold> sold(Parties parties, Instant from, Instant until) {
    return in(() -> volumes().sold(parties.provider(), from, until));
  }

  private List<Open> open(YearMonth last) {
    return in(() -> volumes().open(ZONES.zone(TORONTO), last, 10));
  }

  private List<String> closedAt(Instant now) {
    return closed(now).stream().map(VolumeMonthsContract::text).toList();
  }

  /** All months that are closed after all have been closed that can be. */
  private List<VolumeMonth> closed(Instant now) {
    while (close(now) > 0) {
      // A seller has a month closed at a time.
    }
    return page(EVERYTHING);
  }

  private int close(Instant now) {
    return new CloseVolumeMonths(volumes(), ZONES, unitOfWork(), () -> now).handle();
  }

  private List<VolumeMonth> page(Selection selection) {
    return in(() -> volumes().page(selection, page(100))).items();
  }

  private static PageRequest page(int limit) {
    return new PageRequest(limit, Optional.empty());
  }

  private static RefundRequest part(long service) {
    return new RefundRequest(cad(service), cad(0), Role.PROVIDER, "late");
  }

  private static OperationKey key(Payment payment) {
    return OperationKey.refund(payment.charge().booking(), payment.refunds());
  }

  @CanIgnoreReturnValue
  private Payment released(Parties parties, int day, Instant at) {
    return stored(paid(parties, day, at).release(FEE, at));
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
