package org.mercat.application.provider;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.Provider.Transition;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Permission;

/**
 * An administrator says whether the market trusts a provider. Saying it twice changes nothing, and
 * the gateway may tell at the same moment that the provider can be paid out.
 */
public final class VerifyProvider {

  public record Command(Caller caller, ProviderId provider, Verdict verdict) {}

  public sealed interface Verdict {
    record Trusted() implements Verdict {}

    record NotTrusted(Optional<String> reason) implements Verdict {}

    /** It is the tenant outside of the market that it says it is, or is not. */
    record OfLink(boolean verified) implements Verdict {}
  }

  public sealed interface Outcome {
    record Judged(Provider provider) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    /** The provider does not say that it is a tenant outside of the market. */
    record NoLink() implements Outcome {}
  }

  private final Access access;
  private final Providers providers;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public VerifyProvider(
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
    if (!access.may(command.caller(), Permission.PROVIDER_VERIFY)) {
      return new Outcome.Forbidden();
    }
    return SecondTry.at(() -> unitOfWork.run(() -> judge(command)));
  }

  private Outcome judge(Command command) {
    return providers
        .find(command.provider())
        .map(provider -> judge(provider, command.verdict(), clock.instant()))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome judge(Provider provider, Verdict verdict, Instant now) {
    var transition =
        switch (verdict) {
          case Verdict.Trusted _ -> provider.verify(now);
          case Verdict.NotTrusted(var reason) -> provider.reject(reason, now);
          case Verdict.OfLink(var verified) -> provider.judgeLink(verified, now);
        };
    return switch (transition) {
      case Transition.Done(var judged, var event) -> {
        var stored = providers.update(judged);
        outbox.append(event);
        yield new Outcome.Judged(stored);
      }
      case Transition.Refused(var why) ->
          switch (why) {
            case ALREADY_SO -> new Outcome.Judged(provider);
            case DELETED -> new Outcome.NotFound();
            case NO_LINK -> new Outcome.NoLink();
          };
    };
  }
}
