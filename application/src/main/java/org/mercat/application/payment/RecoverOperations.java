package org.mercat.application.payment;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.PaymentOperation;

/** Finishes the operations that a crash or a lost answer left open. Run by a job. */
public final class RecoverOperations {

  private static final System.Logger LOG = System.getLogger(RecoverOperations.class.getName());
  private static final int BATCH = 50;

  private final PaymentOperations operations;
  private final AskGateway askGateway;
  private final SettleOperation settleOperation;
  private final UnitOfWork unitOfWork;
  private final InstantSource systemClock;

  public RecoverOperations(
      PaymentOperations operations,
      AskGateway askGateway,
      SettleOperation settleOperation,
      UnitOfWork unitOfWork,
      InstantSource systemClock) {
    this.operations = operations;
    this.askGateway = askGateway;
    this.settleOperation = settleOperation;
    this.unitOfWork = unitOfWork;
    this.systemClock = systemClock;
  }

  /** Returns how many operations have been asked about. */
  public int handle() {
    var due = unitOfWork.run(() -> operations.lease(systemClock.instant(), BATCH));
    due.forEach(this::recover);
    return due.size();
  }

  /** One that cannot be recovered now must not keep the others from it; its lease runs out. */
  private void recover(PaymentOperation operation) {
    try {
      var answer = askGateway.handle(operation);
      var outcome = settleOperation.handle(new SettleOperation.Command(operation.key(), answer));
      LOG.log(Level.INFO, "operation {0}: {1}", operation.key().text(), outcome);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "operation " + operation.key().text() + " stays open", failure);
    }
  }
}
