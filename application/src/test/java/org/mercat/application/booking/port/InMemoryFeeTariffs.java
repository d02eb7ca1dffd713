package org.mercat.application.booking.port;

import org.mercat.application.fee.port.PlatformFees;
import org.mercat.application.provider.port.Providers;
import org.mercat.domain.provider.ProviderId;

/** The platform's fees and the places of the providers, in the words of booking. */
public final class InMemoryFeeTariffs implements FeeTariffs {

  private final PlatformFees fees;
  private final Providers providers;

  public InMemoryFeeTariffs(PlatformFees fees, Providers providers) {
    this.fees = fees;
    this.providers = providers;
  }

  @Override
  public InForce of(ProviderId provider) {
    var payer = providers.find(provider).orElseThrow().profile().place().jurisdiction();
    return new InForce(fees.inForce(), payer);
  }
}
