package org.mercat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.PayerEvent.MethodPreferred;
import org.mercat.domain.payment.PayerEvent.MethodRemoved;
import org.mercat.domain.payment.PayerEvent.MethodSaved;

class SavedMethodTest {

  private static final Instant NOW = Instant.parse("2026-11-16T12:00:00Z");
  private static final GatewayReference CUSTOMER = new GatewayReference("cus_1");
  private static final GatewayReference TOKEN = new GatewayReference("pm_1");

  private final SavedMethodId id = new SavedMethodId(UUID.randomUUID());
  private final UserId owner = new UserId(UUID.randomUUID());
  private final SavedMethod asked =
      SavedMethod.asked(id, owner, CUSTOMER, new Card("visa", "4242", 12, 2034), NOW);

  @Test
  void what_is_asked_for_becomes_saved_or_refused_or_is_taken_away() {
    assertThat(asked.saved(TOKEN, true, NOW).orElseThrow().event())
        .isEqualTo(new MethodSaved(owner, id, NOW));
    assertThat(asked.refused(FailureCode.CARD_DECLINED, NOW)).isPresent();
    assertThat(asked.removed(NOW).orElseThrow().event())
        .isEqualTo(new MethodRemoved(owner, id, NOW));
    assertThat(asked.prefer(NOW)).isEmpty();
    assertThat(asked.usable()).isEmpty();
  }

  @Test
  void what_is_saved_pays_for_its_owner() {
    var saved = saved();

    assertThat(saved.usable()).contains(new PaymentMethod("pm_1", Optional.of(CUSTOMER)));
    assertThat(saved.prefer(NOW).orElseThrow().event())
        .isEqualTo(new MethodPreferred(owner, id, NOW));
    assertThat(saved.saved(TOKEN, false, NOW)).isEmpty();
    assertThat(saved.refused(FailureCode.CARD_DECLINED, NOW)).isEmpty();
  }

  @Test
  void what_is_taken_away_or_refused_stays_so() {
    var removed = saved().removed(NOW).orElseThrow().method();
    var refused = asked.refused(FailureCode.CARD_DECLINED, NOW).orElseThrow();

    for (var gone : new SavedMethod[] {removed, refused}) {
      assertThat(gone.isLive()).isFalse();
      assertThat(gone.preferred()).isFalse();
      assertThat(gone.usable()).isEmpty();
      assertThat(gone.saved(TOKEN, true, NOW)).isEmpty();
      assertThat(gone.refused(FailureCode.REJECTED, NOW)).isEmpty();
      assertThat(gone.removed(NOW)).isEmpty();
      assertThat(gone.prefer(NOW)).isEmpty();
    }
  }

  @Test
  void only_what_can_be_paid_with_is_preferred() {
    assertThatThrownBy(
            () -> new SavedMethod(id, owner, CUSTOMER, asked.card(), true, asked.state(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_id_is_known_from_a_token() {
    assertThat(SavedMethodId.parse(id.value().toString())).contains(id);
    assertThat(SavedMethodId.parse("pm_1")).isEmpty();
    assertThat(SavedMethodId.parse("1-1-1-1-1")).isEmpty();
  }

  @Test
  void a_card_is_no_more_than_what_people_know_of_it() {
    assertThatThrownBy(() -> new Card("visa", "4242424242424242", 12, 2034))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Card("Visa!", "4242", 12, 2034))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Card("visa", "4242", 13, 2034))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Card("visa", "4242", 12, 34))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private SavedMethod saved() {
    return asked.saved(TOKEN, true, NOW).orElseThrow().method();
  }
}
