package org.mercat.application.provider;

import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.Provider;

/** Query: the provider that the caller is. */
public final class OwnProviderProfile {

  public record Command(Caller caller) {}

  public sealed interface Outcome {
    record Found(Provider provider) implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Providers providers;
  private final UnitOfWork unitOfWork;

  public OwnProviderProfile(Providers providers, UnitOfWork unitOfWork) {
    this.providers = providers;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    return unitOfWork
        .run(() -> providers.ofOwner(command.caller().user()))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
