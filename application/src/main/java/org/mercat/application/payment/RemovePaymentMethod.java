package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.SavedMethods;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request.OfPayer;
import org.mercat.domain.payment.SavedMethod;
import org.mercat.domain.payment.SavedMethodId;
import org.mercat.domain.shared.Permission;

/**
 * A person takes back a method of payment. From then on nobody pays with it here; the gateway is
 * told, and told again until it has heard.
 */
public final class RemovePaymentMethod {

  public record Command(Caller caller, SavedMethodId method) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Removed() implements Outcome {}

    record Forbidden() implements Outcome {}

    /** There is no such method of the caller, or it is gone. */
    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final SavedMethods methods;
  private final PaymentOperations operations;
  private final RunOperations runOperations;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;
  private final InstantSource systemClock;

  public RemovePaymentMethod(
      Access access,
      SavedMethods methods,
      PaymentOperations operations,
      RunOperations runOperations,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource marketClock,
      InstantSource systemClock) {
    this.access = access;
    this.methods = methods;
    this.operations = operations;
    this.runOperations = runOperations;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
    this.systemClock = systemClock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.ACCOUNT_OWN)) {
      return new Outcome.Forbidden();
    }
    var outcome = unitOfWork.run(() -> decide(command));
    if (outcome instanceof Outcome.Removed) {
      var _ =
          runOperations.handle(new RunOperations.Command(OperationKey.subject(command.method())));
    }
    return outcome;
  }

  private Outcome decide(Command command) {
    return methods
        .find(command.method())
        .filter(method -> access.owns(command.caller(), method.owner()))
        .<Outcome>flatMap(
            method -> method.removed(marketClock.instant()).map(change -> store(method, change)))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome store(SavedMethod before, SavedMethod.Change change) {
    methods.update(change.method());
    outbox.append(change.event());
    if (before.state() instanceof SavedMethod.State.Saved(_, var token)) {
      operations.add(
          PaymentOperation.sent(
              OperationKey.removeMethod(before.id()),
              new OfPayer.Remove(before.payer(), token),
              systemClock.instant()));
    }
    return new Outcome.Removed();
  }
}
