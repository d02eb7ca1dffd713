package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Card;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.SavedMethod;

/** What every adapter of {@link SavedMethods} promises. */
public interface SavedMethodsContract {

  Instant ASKED = Instant.parse("2026-11-16T12:00:00Z");
  Card CARD = new Card("visa", "4242", 12, 2034);
  GatewayReference TOKEN = new GatewayReference("pm_1");

  SavedMethods methods();

  UnitOfWork unitOfWork();

  /** A person whom the adapter knows as a payer. */
  UserId payer();

  @Test
  default void a_method_is_found_in_each_of_its_states() {
    var asked = added(payer());
    assertThat(found(asked)).contains(asked);

    var saved = updated(asked.saved(TOKEN, true, ASKED).orElseThrow().method());
    assertThat(saved.state()).isEqualTo(new SavedMethod.State.Saved(ASKED, TOKEN));
    assertThat(saved.preferred()).isTrue();
    assertThat(saved.version()).isEqualTo(1);

    var removed = updated(saved.removed(ASKED).orElseThrow().method());
    assertThat(removed.state()).isEqualTo(new SavedMethod.State.Removed(ASKED));

    var refused = updated(added(payer()).refused(FailureCode.CARD_DECLINED, ASKED).orElseThrow());
    assertThat(refused.state())
        .isEqualTo(new SavedMethod.State.Refused(ASKED, FailureCode.CARD_DECLINED));
  }

  @Test
  default void a_stale_version_is_refused() {
    var asked = added(payer());
    updated(asked.saved(TOKEN, false, ASKED).orElseThrow().method());

    assertThatThrownBy(() -> updated(asked)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void one_method_of_a_person_is_preferred() {
    var owner = payer();
    var first = updated(added(owner).saved(TOKEN, true, ASKED).orElseThrow().method());
    var second = added(owner).saved(TOKEN, true, ASKED).orElseThrow().method();
    assertThat(preferred(owner)).contains(first);

    assertThatThrownBy(() -> updated(second)).isInstanceOf(ConcurrencyConflict.class);

    updated(first.stepBack());
    assertThat(preferred(owner)).isEmpty();
    assertThat(preferred(owner)).isNotEqualTo(Optional.of(updated(second)));
    assertThat(preferred(owner).map(SavedMethod::id)).contains(second.id());
  }

  @Test
  default void listed_are_those_of_the_person_that_are_live_the_newest_first() {
    var owner = payer();
    var oldest = added(owner);
    var middle = added(owner);
    var newest = added(owner);
    var gone = updated(added(owner).removed(ASKED).orElseThrow().method());
    var _ = added(payer());

    assertThat(listed(owner, new PageRequest(2, Optional.empty()))).containsExactly(newest, middle);
    assertThat(listed(owner, new PageRequest(2, Optional.of(middle.id().value()))))
        .containsExactly(oldest);
    assertThat(unitOfWork().run(() -> methods().live(owner)))
        .containsExactlyInAnyOrder(oldest, middle, newest)
        .doesNotContain(gone);
  }

  private List<SavedMethod> listed(UserId owner, PageRequest page) {
    return unitOfWork().run(() -> methods().list(owner, page)).items();
  }

  private Optional<SavedMethod> preferred(UserId owner) {
    return unitOfWork().run(() -> methods().preferred(owner));
  }

  private Optional<SavedMethod> found(SavedMethod method) {
    return unitOfWork().run(() -> methods().find(method.id()));
  }

  private SavedMethod added(UserId owner) {
    return unitOfWork()
        .run(
            () -> {
              var customer = new GatewayReference("cus_1");
              var method = SavedMethod.asked(methods().nextId(), owner, customer, CARD, ASKED);
              methods().add(method);
              return method;
            });
  }

  @CanIgnoreReturnValue
  private SavedMethod updated(SavedMethod method) {
    return unitOfWork()
        .run(
            () -> {
              methods().update(method);
              return methods().find(method.id()).orElseThrow();
            });
  }
}
