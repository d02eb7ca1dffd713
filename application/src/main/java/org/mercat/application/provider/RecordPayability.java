package org.mercat.application.provider;

import java.time.InstantSource;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.EventOutbox;
import org.mercat.domain.payment.PayeeEvent.PayeeChanged;
import org.mercat.domain.provider.Provider.Transition;

/** Reaction: the gateway can pay a provider out now, or no longer. */
public final class RecordPayability {

  private final Providers providers;
  private final EventOutbox outbox;
  private final InstantSource clock;

  public RecordPayability(Providers providers, EventOutbox outbox, InstantSource clock) {
    this.providers = providers;
    this.outbox = outbox;
    this.clock = clock;
  }

  public void handle(PayeeChanged event) {
    var provider = providers.find(event.provider()).orElseThrow();
    switch (provider.recordPayability(event.payoutsEnabled(), clock.instant())) {
      case Transition.Refused _ -> {}
      case Transition.Done(var changed, var payability) -> {
        providers.update(changed);
        outbox.append(payability);
      }
    }
  }
}
