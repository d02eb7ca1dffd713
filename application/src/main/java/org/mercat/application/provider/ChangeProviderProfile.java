package org.mercat.application.provider;

import java.time.InstantSource;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.Profile;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.Provider.Refusal;
import org.mercat.domain.provider.Provider.Transition;
import org.mercat.domain.shared.Permission;

/** A provider says something else about itself. */
public final class ChangeProviderProfile {

  /**
   * The whole next profile.
   *
   * @param version the one that the profile was made from
   */
  public record Command(Caller caller, long version, Profile profile) {}

  public sealed interface Outcome {
    record Changed(Provider provider) implements Outcome {}

    /** Only providers have a profile. */
    record Forbidden() implements Outcome {}

    /** The caller has not yet said what business it is. */
    record NotFound() implements Outcome {}

    /** Somebody has changed it since. */
    record Stale(long version) implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private final Access access;
  private final Providers providers;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ChangeProviderProfile(
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
    return unitOfWork.run(
        () ->
            providers
                .ofOwner(command.caller().user())
                .map(provider -> change(provider, command))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome change(Provider provider, Command command) {
    if (provider.version() != command.version()) {
      return new Outcome.Stale(provider.version());
    }
    return switch (provider.change(command.profile(), clock.instant())) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done(var changed, var event) -> {
        var stored = providers.update(changed);
        outbox.append(event);
        yield new Outcome.Changed(stored);
      }
    };
  }
}
