package org.mercat.application.provider;

import java.time.InstantSource;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.Profile;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderEvent;
import org.mercat.domain.shared.Permission;

/** Somebody opens a business in the market. */
public final class RegisterProvider {

  public record Command(Caller caller, Profile profile) {}

  public sealed interface Outcome {
    record Registered(Provider provider) implements Outcome {}

    /** Only who may be a provider can become one. */
    record Forbidden() implements Outcome {}

    record AlreadyRegistered() implements Outcome {}
  }

  private final Access access;
  private final Providers providers;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public RegisterProvider(
      Access access,
      Providers providers,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.providers = providers;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(() -> register(command));
  }

  private Outcome register(Command command) {
    var registered =
        Provider.register(
            providers.nextId(), command.caller().user(), command.profile(), clock.instant());
    var provider = registered.provider();
    return switch (providers.add(provider)) {
      case ADDED -> announced(provider, registered.event());
      case OWNER_IS_ONE -> new Outcome.AlreadyRegistered();
      case SLUG_TAKEN -> registerUnderOwnSlug(provider.underOwnSlug(), registered.event());
    };
  }

  private Outcome registerUnderOwnSlug(Provider provider, ProviderEvent event) {
    return switch (providers.add(provider)) {
      case ADDED -> announced(provider, event);
      case OWNER_IS_ONE -> new Outcome.AlreadyRegistered();
      case SLUG_TAKEN -> throw new ConcurrencyConflict("taken twice: " + provider.slug());
    };
  }

  private Outcome announced(Provider provider, ProviderEvent event) {
    outbox.append(event);
    return new Outcome.Registered(provider);
  }
}
