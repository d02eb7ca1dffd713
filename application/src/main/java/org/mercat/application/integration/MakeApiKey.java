package org.mercat.application.integration;

import java.time.Instant;
import java.time.InstantSource;
import org.mercat.application.integration.port.ApiKeys;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.integration.ApiKey.Terms;
import org.mercat.domain.integration.ApiKeySecret;
import org.mercat.domain.shared.Permission;

/** Somebody makes a key for a program, for what he may do himself and no more. */
public final class MakeApiKey {

  public record Command(Caller caller, Terms terms) {}

  public sealed interface Outcome {
    /** The secret is told this once. */
    record Made(ApiKey key, ApiKeySecret secret) implements Outcome {}

    record Forbidden() implements Outcome {}

    /** The caller may not do all that the key is for. */
    record BeyondOwn() implements Outcome {}

    /** It would have expired already. */
    record ExpiresBefore() implements Outcome {}
  }

  private final ApiKeys keys;
  private final Access access;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public MakeApiKey(
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
    var caller = command.caller();
    if (!access.may(caller, Permission.API_KEY_OWN)) {
      return new Outcome.Forbidden();
    }
    if (!command.terms().scopes().stream().allMatch(scope -> access.may(caller, scope))) {
      return new Outcome.BeyondOwn();
    }
    var now = system.instant();
    if (command.terms().expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
      return new Outcome.ExpiresBefore();
    }
    return unitOfWork.run(() -> make(command, now));
  }

  private Outcome make(Command command, Instant now) {
    var secret = keys.nextSecret();
    var made = ApiKey.make(keys.nextId(), command.caller().user(), command.terms(), secret, now);
    keys.add(made.key());
    outbox.append(made.event());
    return new Outcome.Made(made.key(), secret);
  }
}
