package org.mercat.application.provider;

import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.shared.Permission;

/** Query: the provider that the caller is. */
public final class OwnProviderProfile {

  public record Command(Caller caller) {}

  public sealed interface Outcome {
    record Found(Provider provider) implements Outcome {}

    /** Only providers have one. */
    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final Providers providers;
  private final UnitOfWork unitOfWork;

  public OwnProviderProfile(Access access, Providers providers, UnitOfWork unitOfWork) {
    this.access = access;
    this.providers = providers;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> providers.ofOwner(command.caller().user()))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
