package org.mercat.application.integration;

import java.time.Duration;
import java.time.InstantSource;
import org.mercat.application.integration.port.ApiKeys;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.integration.ApiKey.Transition;
import org.mercat.domain.integration.ApiKeyId;
import org.mercat.domain.integration.ApiKeySecret;
import org.mercat.domain.shared.Permission;

/** The owner of a key gives it another secret; the one before is good for a while longer. */
public final class RotateApiKey {

  /**
   * What is to be done.
   *
   * @param overlap 0 to {@link ApiKey#LONGEST_OVERLAP}
   */
  public record Command(Caller caller, ApiKeyId key, Duration overlap) {}

  public sealed interface Outcome {
    /** The secret is told this once. */
    record Rotated(ApiKey key, ApiKeySecret secret) implements Outcome {}

    record Forbidden() implements Outcome {}

    /** The caller has no such key. */
    record NotFound() implements Outcome {}

    record Expired() implements Outcome {}
  }

  private final ApiKeys keys;
  private final Access access;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public RotateApiKey(
      ApiKeys keys,
      Access access,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.keys = keys;
    this.access = access;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.API_KEY_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            keys.find(command.key())
                .filter(key -> access.owns(command.caller(), key.owner()))
                .map(key -> rotate(key, command.overlap()))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome rotate(ApiKey key, Duration overlap) {
    var secret = keys.nextSecret(key.secrets().prefix());
    return switch (key.rotate(secret, overlap, system.instant())) {
      case Transition.Done(var rotated, var event) -> {
        var stored = keys.update(rotated);
        outbox.append(event);
        yield new Outcome.Rotated(stored, secret);
      }
      case Transition.Refused(var why) ->
          switch (why) {
            case WITHDRAWN -> new Outcome.NotFound();
            case EXPIRED -> new Outcome.Expired();
          };
    };
  }
}
