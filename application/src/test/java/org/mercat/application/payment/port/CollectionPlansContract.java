package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.CollectionPlan;
import org.mercat.domain.payment.CollectionPlan.Mode;
import org.mercat.domain.provider.ProviderId;

/** What every adapter of {@link CollectionPlans} promises. */
public interface CollectionPlansContract {

  CollectionPlans plans();

  UnitOfWork unitOfWork();

  /** A provider that the adapter knows, and that has said nothing. */
  ProviderId provider();

  @Test
  default void a_provider_that_has_said_nothing_has_no_plan() {
    assertThat(find(provider())).isEmpty();
  }

  @Test
  default void the_last_plan_is_the_one_that_holds() {
    var provider = provider();

    stored(new CollectionPlan(provider, Mode.OFFLINE, Optional.of("Cash, please.")));
    assertThat(find(provider))
        .contains(new CollectionPlan(provider, Mode.OFFLINE, Optional.of("Cash, please.")));

    stored(CollectionPlan.first(provider));
    assertThat(find(provider))
        .contains(new CollectionPlan(provider, Mode.GATEWAY, Optional.empty()));
    assertThat(find(provider())).isEmpty();
  }

  private void stored(CollectionPlan plan) {
    var _ =
        unitOfWork()
            .run(
                () -> {
                  plans().store(plan);
                  return plan;
                });
  }

  private Optional<CollectionPlan> find(ProviderId provider) {
    return unitOfWork().run(() -> plans().find(provider));
  }
}
