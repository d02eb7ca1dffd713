package org.mercat.application.integration;

import java.time.InstantSource;
import org.mercat.application.integration.port.ApiKeys;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.integration.ApiKey.Transition;
import org.mercat.domain.integration.ApiKeyId;
import org.mercat.domain.shared.Permission;

/** The owner of a key takes it back: no secret of it is good any more, within a second. */
public final class WithdrawApiKey {

  public record Command(Caller caller, ApiKeyId key) {}

  public enum Outcome {
    WITHDRAWN,
    FORBIDDEN,
    /** The caller has no such key, or no longer. */
    NOT_FOUND
  }

  private final ApiKeys keys;
  private final AuthenticateKey authenticateKey;
  private final Access access;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public WithdrawApiKey(
      ApiKeys keys,
      AuthenticateKey authenticateKey,
      Access access,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.keys = keys;
    this.authenticateKey = authenticateKey;
    this.access = access;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.API_KEY_OWN)) {
      return Outcome.FORBIDDEN;
    }
    var outcome =
        unitOfWork.run(
            () ->
                keys.find(command.key())
                    .filter(key -> access.owns(command.caller(), key.owner()))
                    .map(this::withdraw)
                    .orElse(Outcome.NOT_FOUND));
    authenticateKey.forget(command.key());
    return outcome;
  }

  private Outcome withdraw(ApiKey key) {
    return switch (key.withdraw(system.instant())) {
      case Transition.Refused _ -> Outcome.NOT_FOUND;
      case Transition.Done(var withdrawn, var event) -> {
        var _ = keys.update(withdrawn);
        outbox.append(event);
        yield Outcome.WITHDRAWN;
      }
    };
  }
}
