package org.mercat.application.provider;

import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.provider.Standing;

/** Query: a provider, as everybody may see it. */
public final class ProviderProfile {

  public record Command(ProviderId provider) {}

  public sealed interface Outcome {
    record Found(Provider provider) implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Providers providers;
  private final UnitOfWork unitOfWork;

  public ProviderProfile(Providers providers, UnitOfWork unitOfWork) {
    this.providers = providers;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    return unitOfWork
        .run(() -> providers.find(command.provider()))
        .filter(provider -> provider.standing() != Standing.DELETED)
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
