package org.mercat.application.payment;

import java.util.Optional;
import org.mercat.application.payment.port.PayerActions;
import org.mercat.application.payment.port.PayerActions.PayerAction;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.SavedMethods;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.payment.SavedMethod;
import org.mercat.domain.payment.SavedMethodId;
import org.mercat.domain.shared.Permission;

/**
 * One saved method of the caller, and what he has to do before it is kept. The next step is read
 * from the gateway each time and kept nowhere.
 */
public final class OwnPaymentMethod {

  public record Query(Caller caller, SavedMethodId method) {}

  /**
   * A method of payment.
   *
   * @param action what its owner has to do, while the bank waits for him
   */
  public record View(SavedMethod method, Optional<PayerAction> action) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(View view) implements Outcome {}

    record Forbidden() implements Outcome {}

    /** There is no such method of the caller, or it is gone. */
    record NotFound() implements Outcome {}
  }

  /** What our own records say. */
  private record Known(SavedMethod method, Optional<GatewayReference> waiting) {}

  private final Access access;
  private final SavedMethods methods;
  private final PaymentOperations operations;
  private final PayerActions actions;
  private final UnitOfWork unitOfWork;

  public OwnPaymentMethod(
      Access access,
      SavedMethods methods,
      PaymentOperations operations,
      PayerActions actions,
      UnitOfWork unitOfWork) {
    this.access = access;
    this.methods = methods;
    this.operations = operations;
    this.actions = actions;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.ACCOUNT_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> known(query))
        .<Outcome>map(known -> new Outcome.Found(view(known)))
        .orElseGet(Outcome.NotFound::new);
  }

  private Optional<Known> known(Query query) {
    return methods
        .find(query.method())
        .filter(method -> access.owns(query.caller(), method.owner()))
        .filter(SavedMethod::isLive)
        .map(method -> new Known(method, waiting(method.id())));
  }

  private Optional<GatewayReference> waiting(SavedMethodId id) {
    return operations
        .find(OperationKey.saveMethod(id))
        .map(PaymentOperation::state)
        .flatMap(OwnPaymentMethod::waiting);
  }

  private static Optional<GatewayReference> waiting(State state) {
    return state instanceof State.Waiting(_, var setup, var payerMustAct) && payerMustAct
        ? Optional.of(setup)
        : Optional.empty();
  }

  /** A gateway that does not answer has nothing to say of the next step. */
  private View view(Known known) {
    return new View(known.method(), known.waiting().flatMap(this::asked));
  }

  private Optional<PayerAction> asked(GatewayReference setup) {
    return actions.ofSetup(setup) instanceof PaymentGateway.Outcome.Done<Optional<PayerAction>> done
        ? done.value()
        : Optional.empty();
  }
}
