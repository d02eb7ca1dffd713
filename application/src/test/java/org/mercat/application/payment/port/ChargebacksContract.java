package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.Chargebacks.Filter;
import org.mercat.application.payment.port.Chargebacks.Material;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.payment.ChargebackId;
import org.mercat.domain.payment.ChargebackPolicy;
import org.mercat.domain.payment.ChargebackPolicy.Bearer;
import org.mercat.domain.payment.Claim;
import org.mercat.domain.payment.Claim.Status;
import org.mercat.domain.payment.EvidenceField;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.shared.Money;

/** What every adapter of {@link Chargebacks} promises. */
public interface ChargebacksContract extends WithPayments {

  Duration DAY = Duration.ofDays(1);

  Chargebacks chargebacks();

  @Test
  default void finds_what_was_added() {
    var payment = paid(parties(), 0, NOW);
    var chargeback = contested(payment, Status.NEEDS_RESPONSE);

    assertThat(in(() -> chargebacks().find(chargeback.id()))).contains(chargeback);
    assertThat(in(() -> chargebacks().of(chargeback.claim().dispute()))).contains(chargeback);
    assertThat(in(() -> chargebacks().ofBooking(chargeback.booking()))).containsExactly(chargeback);
    assertThat(in(() -> chargebacks().find(new ChargebackId(UUID.randomUUID())))).isEmpty();
    assertThat(in(() -> chargebacks().of(new GatewayReference("dp_none")))).isEmpty();
    assertThatThrownBy(() -> added(chargeback)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void everything_of_it_is_kept_as_it_is() {
    var payment = paid(parties(), 0, NOW);
    var open = contested(payment, Status.NEEDS_RESPONSE);
    var answers =
        Map.of(EvidenceField.SERVICE_DATE, "Tuesday", EvidenceField.RECEIPT, "file_receipt");

    var given = updated(open.giving(answers, true, NOW));
    var lost = claim(open.claim().dispute(), payment, Status.LOST, Optional.empty(), cad(1_000));
    var settled = given.follow(lost, reloaded(payment), NOW).chargeback();
    var stored = updated(settled);

    assertThat(stored.books().loss()).isPresent();
    assertThat(stored.evidence().answers()).isEqualTo(answers);
    assertThatThrownBy(() -> updated(settled)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void they_are_listed_the_newest_first_by_status_and_provider() {
    var payment = paid(parties(), 0, NOW);
    var provider = payment.charge().provider();
    var first = contested(payment, Status.NEEDS_RESPONSE);
    var second = contested(payment, Status.INQUIRY);
    var all = new Filter(Optional.empty(), Optional.of(provider));
    var one = new PageRequest(1, Optional.empty());

    var page = in(() -> chargebacks().list(all, one));
    assertThat(page.items()).containsExactly(second);
    assertThat(in(() -> chargebacks().list(all, new PageRequest(1, page.next()))).items())
        .containsExactly(first);
    var asked = new Filter(Optional.of(Status.INQUIRY), Optional.of(provider));
    assertThat(in(() -> chargebacks().list(asked, new PageRequest(5, Optional.empty()))).items())
        .containsExactly(second);
  }

  @Test
  default void what_is_open_is_read_again_every_hour_and_what_is_closed_every_day() {
    var payment = paid(parties(), 0, NOW);
    var open = contested(payment, Status.NEEDS_RESPONSE).id();
    var closed = contested(payment, Status.INQUIRY_CLOSED).id();

    assertThat(leased(NOW)).contains(open, closed);
    assertThat(leased(NOW)).doesNotContain(open, closed);
    assertThat(leased(NOW.plus(Duration.ofHours(1)))).contains(open).doesNotContain(closed);
    assertThat(leased(NOW.plus(DAY))).contains(open, closed);
    assertThat(leased(NOW.plus(DAY.multipliedBy(121)))).contains(open).doesNotContain(closed);
  }

  @Test
  default void one_who_comes_tells_of_evidence_that_is_due() {
    var payment = paid(parties(), 0, NOW);
    var due = contested(payment, Status.NEEDS_RESPONSE).id();
    var answered = contested(payment, Status.UNDER_REVIEW).id();

    assertThat(unheard(NOW.plus(DAY.multipliedBy(7)))).doesNotContain(due);
    assertThat(unheard(NOW.plus(DAY.multipliedBy(8)))).contains(due).doesNotContain(answered);
    assertThat(in(() -> chargebacks().raise(due, NOW))).isTrue();
    assertThat(in(() -> chargebacks().raise(due, NOW))).isFalse();
    assertThat(unheard(NOW.plus(DAY.multipliedBy(8)))).doesNotContain(due);
  }

  @Test
  default void a_provider_tells_no_more_than_there_may_be() {
    var chargeback = contested(paid(parties(), 0, NOW), Status.NEEDS_RESPONSE).id();

    for (var number = 1; number <= Chargebacks.MOST_MATERIAL; number++) {
      assertThat(told(chargeback, "text " + number)).isTrue();
    }
    assertThat(told(chargeback, "too much")).isFalse();

    assertThat(in(() -> chargebacks().materialOf(chargeback)))
        .hasSize(Chargebacks.MOST_MATERIAL)
        .startsWith(new Material("text 1", NOW), new Material("text 2", NOW));
  }

  private boolean told(ChargebackId chargeback, String text) {
    return in(() -> chargebacks().addMaterial(chargeback, new Material(text, NOW)));
  }

  private List<ChargebackId> leased(Instant now) {
    return in(() -> chargebacks().lease(now, 1_000)).stream().map(Chargeback::id).toList();
  }

  private List<ChargebackId> unheard(Instant until) {
    return in(() -> chargebacks().unheard(until, 1_000)).stream().map(Chargeback::id).toList();
  }

  private Payment reloaded(Payment payment) {
    return in(() -> payments().find(payment.charge().booking())).orElseThrow();
  }

  private Chargeback contested(Payment payment, Status status) {
    var dispute = new GatewayReference("dp_" + UUID.randomUUID());
    var withdrawn = status.isContested() ? cad(1_000) : cad(0);
    var until = Optional.of(NOW.plus(DAY.multipliedBy(7)));
    var claim = claim(dispute, payment, status, until, withdrawn);
    var policy = new ChargebackPolicy(Bearer.PLATFORM, true);
    var settlement =
        Chargeback.found(in(() -> chargebacks().nextId()), payment, claim, policy)
            .follow(claim, reloaded(payment), NOW);
    settlement.money().ifPresent(this::stored);
    return added(settlement.chargeback());
  }

  private static Claim claim(
      GatewayReference dispute,
      Payment payment,
      Status status,
      Optional<Instant> until,
      Money withdrawn) {
    return new Claim(
        dispute,
        payment.reference().orElseThrow(),
        status,
        "fraudulent",
        cad(1_000),
        withdrawn,
        withdrawn.isZero() ? Money.of(0, "USD") : Money.of(1_500, "USD"),
        until,
        0,
        NOW);
  }

  @CanIgnoreReturnValue
  private Chargeback added(Chargeback chargeback) {
    return in(
        () -> {
          chargebacks().add(chargeback);
          return chargebacks().find(chargeback.id()).orElseThrow();
        });
  }

  @CanIgnoreReturnValue
  private Chargeback updated(Chargeback chargeback) {
    var stored =
        in(
            () -> {
              chargebacks().update(chargeback);
              return chargebacks().find(chargeback.id()).orElseThrow();
            });
    assertThat(stored).usingRecursiveComparison().ignoringFields("version").isEqualTo(chargeback);
    assertThat(stored.version()).isEqualTo(chargeback.version() + 1);
    return stored;
  }
}
