package org.mercat.application.catalog.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.provider.port.SampleProviders.anybody;
import static org.mercat.application.provider.port.SampleProviders.registered;
import static org.mercat.application.provider.port.SampleProviders.rejected;
import static org.mercat.application.provider.port.SampleProviders.verified;

import org.junit.jupiter.api.Test;
import org.mercat.application.catalog.port.Sellers.Seller;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.provider.port.Providers.Addition;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.Provider;

/** What every adapter of {@link Sellers} promises. */
public interface SellersContract {

  /** What the sellers are, in the words of their own context. */
  Providers providers();

  Sellers sellers();

  UnitOfWork unitOfWork();

  @Test
  default void finds_a_seller_by_its_id_and_by_its_owner() {
    var provider = added();
    var seller = new Seller(provider.id(), provider.owner(), false);

    assertThat(unitOfWork().run(() -> sellers().find(provider.id()))).contains(seller);
    assertThat(unitOfWork().run(() -> sellers().ofOwner(provider.owner()))).contains(seller);
  }

  @Test
  default void finds_nobody_who_is_no_provider() {
    assertThat(unitOfWork().run(() -> sellers().find(providers().nextId()))).isEmpty();
    assertThat(unitOfWork().run(() -> sellers().ofOwner(anybody()))).isEmpty();
  }

  @Test
  default void trusts_a_seller_while_the_market_does() {
    var verified = update(verified(added()));
    assertThat(isTrusted(verified)).isTrue();

    var rejected = update(rejected(verified));
    assertThat(isTrusted(rejected)).isFalse();
  }

  @Test
  default void only_the_owner_owns_a_provider() {
    var provider = added();

    assertThat(unitOfWork().run(() -> sellers().owns(provider.owner(), provider.id()))).isTrue();
    assertThat(unitOfWork().run(() -> sellers().owns(anybody(), provider.id()))).isFalse();
  }

  private Provider added() {
    var provider = registered(providers().nextId());
    assertThat(unitOfWork().run(() -> providers().add(provider))).isEqualTo(Addition.ADDED);
    return provider;
  }

  private Provider update(Provider provider) {
    return unitOfWork().run(() -> providers().update(provider));
  }

  private boolean isTrusted(Provider provider) {
    return unitOfWork().run(() -> sellers().find(provider.id())).orElseThrow().trusted();
  }
}
