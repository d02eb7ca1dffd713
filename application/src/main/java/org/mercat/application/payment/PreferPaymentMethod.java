package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.SavedMethods;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.SavedMethod;
import org.mercat.domain.payment.SavedMethodId;
import org.mercat.domain.shared.Permission;

/** A person chooses what to pay with when nothing else is said. */
public final class PreferPaymentMethod {

  public record Command(Caller caller, SavedMethodId method) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Preferred(SavedMethod method) implements Outcome {}

    record Forbidden() implements Outcome {}

    /** There is no such method of the caller, or it is gone. */
    record NotFound() implements Outcome {}

    /** The gateway does not keep it yet. */
    record NotSaved() implements Outcome {}
  }

  private final Access access;
  private final SavedMethods methods;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public PreferPaymentMethod(
      Access access,
      SavedMethods methods,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.access = access;
    this.methods = methods;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            methods
                .find(command.method())
                .filter(method -> access.owns(command.caller(), method.owner()))
                .filter(SavedMethod::isLive)
                .map(this::prefer)
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome prefer(SavedMethod method) {
    if (method.preferred()) {
      return new Outcome.Preferred(method);
    }
    return method
        .prefer(marketClock.instant())
        .<Outcome>map(this::store)
        .orElseGet(Outcome.NotSaved::new);
  }

  private Outcome store(SavedMethod.Change change) {
    methods
        .preferred(change.method().owner())
        .ifPresent(before -> methods.update(before.stepBack()));
    methods.update(change.method());
    outbox.append(change.event());
    return new Outcome.Preferred(change.method());
  }
}
