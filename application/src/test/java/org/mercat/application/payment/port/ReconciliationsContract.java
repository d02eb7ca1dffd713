package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.Reconciliations.Found;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Discrepancy;
import org.mercat.domain.payment.Discrepancy.Kind;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;

/** What every adapter of {@link Reconciliations} promises. */
public interface ReconciliationsContract {

  Reconciliations reconciliations();

  UnitOfWork unitOfWork();

  /** A day that nobody has compared yet. */
  LocalDate day();

  @Test
  default void a_day_is_done_once_and_for_all() {
    var day = day();
    assertThat(in(() -> reconciliations().doneSince(day))).doesNotContain(day);

    done(day);
    done(day);

    assertThat(in(() -> reconciliations().doneSince(day)).first()).isEqualTo(day);
    assertThat(in(() -> reconciliations().doneSince(day.plusDays(1)))).doesNotContain(day);
  }

  @Test
  default void what_does_not_agree_comes_back_as_it_was_kept() {
    var asked = discrepancy(Kind.WRONG_AMOUNT, Optional.of(key()));
    var unasked = discrepancy(Kind.UNPOSTED_DISPUTE, Optional.empty());
    var day = day();

    assertThat(add(day, asked)).isTrue();
    assertThat(add(day, unasked)).isTrue();

    var newest = newest(2);
    assertThat(newest).extracting(Found::discrepancy).containsExactly(unasked, asked);
    assertThat(newest).extracting(Found::day).containsOnly(day);
    assertThat(newest).extracting(Found::at).containsOnly(NOW);
  }

  @Test
  default void the_same_is_kept_once_on_whatever_day_it_is_found() {
    var first = discrepancy(Kind.MISSING_CHARGE, Optional.of(key()));
    var otherKind =
        new Discrepancy(Kind.WRONG_AMOUNT, first.reference(), first.operation(), cad(1), cad(2));

    assertThat(add(day(), first)).isTrue();
    assertThat(add(day(), first)).isFalse();
    assertThat(add(day(), otherKind)).isTrue();
  }

  @Test
  default void a_page_begins_where_the_one_before_has_ended() {
    var older = discrepancy(Kind.MISSING_FEE, Optional.empty());
    var newer = discrepancy(Kind.MISSING_FEE, Optional.empty());
    assertThat(add(day(), older)).isTrue();
    assertThat(add(day(), newer)).isTrue();

    var first = in(() -> reconciliations().find(new PageRequest(1, Optional.empty())));
    var second = in(() -> reconciliations().find(new PageRequest(1, first.next())));

    assertThat(first.items()).extracting(Found::discrepancy).containsExactly(newer);
    assertThat(second.items()).extracting(Found::discrepancy).containsExactly(older);
  }

  private List<Found> newest(int count) {
    return in(() -> reconciliations().find(new PageRequest(count, Optional.empty()))).items();
  }

  private boolean add(LocalDate day, Discrepancy discrepancy) {
    return in(() -> reconciliations().add(day, discrepancy, NOW));
  }

  private void done(LocalDate day) {
    var done =
        in(
            () -> {
              reconciliations().done(day, NOW);
              return true;
            });
    assertThat(done).isTrue();
  }

  private <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }

  private static OperationKey key() {
    return OperationKey.capture(new BookingId(UUID.randomUUID()));
  }

  private static Discrepancy discrepancy(Kind kind, Optional<OperationKey> key) {
    var reference = new GatewayReference("thing_" + UUID.randomUUID());
    return new Discrepancy(kind, reference, key, cad(1_000), cad(-900));
  }
}
