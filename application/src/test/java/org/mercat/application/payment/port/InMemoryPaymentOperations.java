package org.mercat.application.payment.port;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.State.Done;
import org.mercat.domain.payment.PaymentOperation.State.Sent;
import org.mercat.domain.shared.DomainEvent.Subject;

public final class InMemoryPaymentOperations implements PaymentOperations, Store {

  private Map<OperationKey, PaymentOperation> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public void add(PaymentOperation operation) {
    if (stored.putIfAbsent(operation.key(), operation) != null) {
      throw new ConcurrencyConflict(operation.key().text());
    }
  }

  @Override
  public void update(PaymentOperation operation) {
    var current = stored.get(operation.key());
    if (current == null || current.version() != operation.version()) {
      throw new ConcurrencyConflict(operation.key().text());
    }
    put(operation);
  }

  @Override
  public Optional<PaymentOperation> find(OperationKey key) {
    return Optional.ofNullable(stored.get(key));
  }

  @Override
  public Optional<PaymentOperation> latest(Subject subject, Step step) {
    return stored.values().stream()
        .filter(operation -> operation.key().subject().equals(subject))
        .filter(operation -> operation.key().step() == step)
        .max(
            Comparator.comparingInt((PaymentOperation operation) -> operation.key().number())
                .thenComparingInt(operation -> operation.key().attempt()));
  }

  @Override
  public List<PaymentOperation> sent(Subject subject) {
    return stored.values().stream()
        .filter(operation -> operation.key().subject().equals(subject))
        .filter(operation -> operation.state() instanceof Sent)
        .toList();
  }

  @Override
  public List<PaymentOperation> done(Instant from, Instant until) {
    return stored.values().stream()
        .filter(operation -> operation.state() instanceof Done)
        .filter(operation -> !operation.state().at().isBefore(from))
        .filter(operation -> operation.state().at().isBefore(until))
        .sorted(Comparator.comparing(operation -> operation.state().at()))
        .toList();
  }

  @Override
  public List<PaymentOperation> done(Step step, Instant from, Instant until) {
    return done(from, until).stream().filter(each -> each.key().step() == step).toList();
  }

  @Override
  public List<PaymentOperation> lease(Instant now, int most) {
    var due =
        stored.values().stream()
            .filter(PaymentOperation::isOpen)
            .filter(operation -> !now.isBefore(operation.nextCheckAt()))
            .sorted(Comparator.comparing(PaymentOperation::nextCheckAt))
            .limit(most)
            .toList();
    return due.stream().map(operation -> put(operation.leased(now))).toList();
  }

  @CanIgnoreReturnValue
  private PaymentOperation put(PaymentOperation operation) {
    var next =
        new PaymentOperation(
            operation.key(),
            operation.request(),
            operation.state(),
            operation.firstSentAt(),
            operation.checks(),
            operation.nextCheckAt(),
            operation.version() + 1);
    stored.put(next.key(), next);
    return next;
  }
}
