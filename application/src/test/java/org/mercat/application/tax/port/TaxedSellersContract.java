package org.mercat.application.tax.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.provider.port.WithProviders;
import org.mercat.application.tax.port.TaxedSellers.Seller;
import org.mercat.domain.tax.Jurisdiction;

/** What every adapter of {@link TaxedSellers} promises. */
public interface TaxedSellersContract extends WithProviders {

  TaxedSellers sellers();

  @Test
  default void a_provider_is_found_by_its_id_and_by_its_owner() {
    var provider = registered();
    var expected = new Seller(provider.id(), new Jurisdiction("CA", "ON"), true);

    assertThat(unitOfWork().run(() -> sellers().find(provider.id()))).contains(expected);
    assertThat(unitOfWork().run(() -> sellers().ofOwner(provider.owner()))).contains(expected);
  }

  @Test
  default void who_has_no_account_for_taxes_is_not_registered() {
    var provider = registered(SampleProviders.bareProfile("Bare Bones"));

    assertThat(unitOfWork().run(() -> sellers().find(provider.id())))
        .contains(new Seller(provider.id(), new Jurisdiction("CA", "QC"), false));
  }

  @Test
  default void nobody_else_is_found() {
    var stranger = anybody();

    assertThat(unitOfWork().run(() -> sellers().find(providers().nextId()))).isEmpty();
    assertThat(unitOfWork().run(() -> sellers().ofOwner(stranger))).isEmpty();
  }
}
