package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisPaymentOperations implements PaymentOperations {

  private final Sessions sessions;

  public MyBatisPaymentOperations(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void add(PaymentOperation operation) {
    require(mapper().insert(PaymentOperationRow.of(operation)), operation.key());
  }

  @Override
  public void update(PaymentOperation operation) {
    require(mapper().update(PaymentOperationRow.of(operation)), operation.key());
  }

  @Override
  public Optional<PaymentOperation> find(OperationKey key) {
    var subject = key.subject();
    return Optional.ofNullable(
            mapper().find(subject.kind(), subject.id(), key.step(), key.number(), key.attempt()))
        .map(PaymentOperationRow::toDomain);
  }

  @Override
  public Optional<PaymentOperation> latest(Subject subject, Step step) {
    return Optional.ofNullable(mapper().latest(subject.kind(), subject.id(), step))
        .map(PaymentOperationRow::toDomain);
  }

  @Override
  public List<PaymentOperation> sent(Subject subject) {
    return mapper().sent(subject.kind(), subject.id()).stream()
        .map(PaymentOperationRow::toDomain)
        .toList();
  }

  @Override
  public List<PaymentOperation> done(Instant from, Instant until) {
    return mapper().done(from, until).stream().map(PaymentOperationRow::toDomain).toList();
  }

  @Override
  public List<PaymentOperation> done(Step step, Instant from, Instant until) {
    return mapper().doneOf(step, from, until).stream().map(PaymentOperationRow::toDomain).toList();
  }

  /** The rows stay locked until the lease is committed with them. */
  @Override
  public List<PaymentOperation> lease(Instant now, int most) {
    return mapper().lockDue(now, most).stream()
        .map(row -> stored(row.toDomain().leased(now)))
        .toList();
  }

  private PaymentOperation stored(PaymentOperation leased) {
    update(leased);
    return find(leased.key()).orElseThrow();
  }

  private static void require(int stored, OperationKey key) {
    if (stored == 0) {
      throw new ConcurrencyConflict("operation " + key.text());
    }
  }

  private PaymentOperationMapper mapper() {
    return sessions.mapper(PaymentOperationMapper.class);
  }
}
