package org.mercat.application.payment;

import java.time.Duration;
import java.time.InstantSource;
import org.mercat.application.payment.port.Payers;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.SavedMethods;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payer;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request.OfPayer;

/**
 * Whoever has closed his account and cannot have it back pays with nothing here any more, and the
 * gateway is asked to forget him with all it has kept. Run by a job.
 */
public final class ForgetPayers {

  private static final int BATCH = 50;

  private final Payers payers;
  private final SavedMethods methods;
  private final PaymentOperations operations;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;
  private final InstantSource systemClock;
  private final Duration recoverable;

  /**
   * @param recoverable how long an account can be brought back after it was closed
   */
  public ForgetPayers(
      Payers payers,
      SavedMethods methods,
      PaymentOperations operations,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource marketClock,
      InstantSource systemClock,
      Duration recoverable) {
    this.payers = payers;
    this.methods = methods;
    this.operations = operations;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
    this.systemClock = systemClock;
    this.recoverable = recoverable;
  }

  /** Returns how many payers have gone; {@link RecoverOperations} tells the gateway. */
  public int handle() {
    return unitOfWork.run(
        () -> {
          var gone = payers.gone(marketClock.instant().minus(recoverable), BATCH);
          gone.forEach(this::forget);
          return gone.size();
        });
  }

  private void forget(Payer payer) {
    for (var method : methods.live(payer.user())) {
      method
          .removed(marketClock.instant())
          .ifPresent(
              change -> {
                methods.update(change.method());
                outbox.append(change.event());
              });
    }
    payers.update(payer.forget());
    payer
        .reference()
        .ifPresent(
            customer ->
                operations.add(
                    PaymentOperation.sent(
                        OperationKey.forgetPayer(payer.user()),
                        new OfPayer.Forget(customer),
                        systemClock.instant())));
  }
}
