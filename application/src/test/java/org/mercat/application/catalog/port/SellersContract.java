package org.mercat.application.catalog.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.catalog.port.Sellers.Seller;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.provider.port.WithProviders;
import org.mercat.domain.provider.Provider;

/** What every adapter of {@link Sellers} promises. */
public interface SellersContract extends WithProviders {

  Sellers sellers();

  @Test
  default void finds_a_seller_by_its_id_and_by_its_owner() {
    var provider = registered();
    var seller = new Seller(provider.id(), provider.owner(), false);

    assertThat(unitOfWork().run(() -> sellers().find(provider.id()))).contains(seller);
    assertThat(unitOfWork().run(() -> sellers().ofOwner(provider.owner()))).contains(seller);
  }

  @Test
  default void finds_nobody_who_is_no_provider() {
    assertThat(unitOfWork().run(() -> sellers().find(providers().nextId()))).isEmpty();
    var nobody = anybody();

    assertThat(unitOfWork().run(() -> sellers().ofOwner(nobody))).isEmpty();
  }

  @Test
  default void trusts_a_seller_while_the_market_does() {
    var verified = verified();
    assertThat(isTrusted(verified)).isTrue();

    var rejected = update(SampleProviders.rejected(verified));
    assertThat(isTrusted(rejected)).isFalse();
  }

  private boolean isTrusted(Provider provider) {
    return unitOfWork().run(() -> sellers().find(provider.id())).orElseThrow().trusted();
  }
}
