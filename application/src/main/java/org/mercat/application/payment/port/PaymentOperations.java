package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.shared.DomainEvent.Subject;

/** Driven port: all operations. Every adapter must pass {@code PaymentOperationsContract}. */
public interface PaymentOperations {

  /**
   * Stores a new operation.
   *
   * @throws ConcurrencyConflict if its key is already stored
   */
  void add(PaymentOperation operation);

  /**
   * Stores the operation as version n + 1.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  void update(PaymentOperation operation);

  Optional<PaymentOperation> find(OperationKey key);

  /** The last attempt at a step, the highest number first. */
  Optional<PaymentOperation> latest(Subject subject, Step step);

  /**
   * The operations that ended well in that time by the system's clock, the earliest first.
   *
   * @param from the first moment
   * @param until the first moment after it
   */
  List<PaymentOperation> done(Instant from, Instant until);

  /** Those of them that were such a step. */
  List<PaymentOperation> done(Step step, Instant from, Instant until);

  /** The operations of a subject that have been sent and not answered, oldest first. */
  List<PaymentOperation> sent(Subject subject);

  /**
   * Takes the lease of operations that are open and due by the system's time, oldest first; nobody
   * else gets them before the lease ends, on whatever node.
   *
   * @param most how many at the most
   */
  List<PaymentOperation> lease(Instant now, int most);
}
