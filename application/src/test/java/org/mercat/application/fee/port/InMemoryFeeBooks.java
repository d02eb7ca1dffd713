package org.mercat.application.fee.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.fee.FeeBook;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeScope;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;

/** All that was set, and the providers, in the words of fees. */
public final class InMemoryFeeBooks implements FeeBooks {

  private final PlatformFees fees;
  private final InMemoryFeeRules rules;
  private final InMemorySellerTiers tiers;
  private final InMemoryVolumeMonths volumes;
  private final Providers providers;
  private final ZoneBook zones;

  public InMemoryFeeBooks(
      PlatformFees fees,
      InMemoryFeeRules rules,
      InMemorySellerTiers tiers,
      InMemoryVolumeMonths volumes,
      Providers providers,
      ZoneBook zones) {
    this.fees = fees;
    this.rules = rules;
    this.tiers = tiers;
    this.volumes = volumes;
    this.providers = providers;
    this.zones = zones;
  }

  @Override
  public Optional<FeeBook> of(ProviderId seller, Instant now) {
    return providers.find(seller).map(this::book);
  }

  @Override
  public Optional<FeeBook> ofOwner(UserId owner, Instant now) {
    return providers.ofOwner(owner).map(this::book);
  }

  private FeeBook book(Provider provider) {
    return new FeeBook(
        fees.inForce(),
        of(provider.id()),
        tiers.of(provider.id()),
        volumes.of(provider.id()),
        zones.zone(provider.profile().zone()));
  }

  private List<FeeRule> of(ProviderId seller) {
    return rules.all().stream()
        .filter(
            rule ->
                !(rule.scope() instanceof FeeScope.Promotion(var other)) || other.equals(seller))
        .toList();
  }
}
