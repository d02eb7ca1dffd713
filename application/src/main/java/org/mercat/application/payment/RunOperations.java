package org.mercat.application.payment;

import org.mercat.application.payment.SettleOperation.Outcome;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.shared.DomainEvent.Subject;

/**
 * Does at the gateway what has just been stored for a subject: each call between two units of work,
 * its intent committed before, its result after. What is lost here {@link RecoverOperations} finds.
 */
public final class RunOperations {

  public record Command(Subject subject) {}

  private final PaymentOperations operations;
  private final AskGateway askGateway;
  private final SettleOperation settleOperation;
  private final UnitOfWork unitOfWork;

  public RunOperations(
      PaymentOperations operations,
      AskGateway askGateway,
      SettleOperation settleOperation,
      UnitOfWork unitOfWork) {
    this.operations = operations;
    this.askGateway = askGateway;
    this.settleOperation = settleOperation;
    this.unitOfWork = unitOfWork;
  }

  /** Returns what came of the last operation; a success when there was none to do. */
  public Outcome handle(Command command) {
    Outcome last = new Outcome.Succeeded();
    for (var operation : unitOfWork.run(() -> operations.sent(command.subject()))) {
      var answer = askGateway.handle(operation);
      last = settleOperation.handle(new SettleOperation.Command(operation.key(), answer));
    }
    return last;
  }
}
