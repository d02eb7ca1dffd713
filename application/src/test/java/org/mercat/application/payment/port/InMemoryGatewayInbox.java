package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;

public final class InMemoryGatewayInbox implements GatewayInbox, Store {

  private record Name(String gateway, String event) {
    static Name of(Message message) {
      return new Name(message.gateway(), message.event());
    }
  }

  private record Kept(Message message, Instant dueAt, int failures, boolean ended) {}

  private Map<Name, Kept> kept = new LinkedHashMap<>();
  private Optional<Instant> sweptUntil = Optional.empty();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(kept);
    var swept = sweptUntil;
    return () -> {
      kept = copy;
      sweptUntil = swept;
    };
  }

  @Override
  public Optional<Instant> sweptUntil() {
    return sweptUntil;
  }

  @Override
  public void swept(Instant until) {
    sweptUntil = sweptUntil.filter(until::isBefore).or(() -> Optional.of(until));
  }

  @Override
  public boolean keep(Message message, Instant receivedAt) {
    var ended = message.kind() == Kind.IGNORED;
    return kept.putIfAbsent(Name.of(message), new Kept(message, receivedAt, 0, ended)) == null;
  }

  @Override
  public List<Message> lease(Instant now, int most) {
    var due =
        kept.values().stream()
            .filter(it -> !it.ended() && !now.isBefore(it.dueAt()))
            .sorted(Comparator.comparing(Kept::dueAt))
            .limit(most)
            .toList();
    due.forEach(it -> put(it, now.plus(LEASE), it.failures(), false));
    return due.stream().map(Kept::message).toList();
  }

  @Override
  public void done(Message message, Instant now) {
    var it = kept.get(Name.of(message));
    if (it != null) {
      put(it, now, it.failures(), true);
    }
  }

  @Override
  public void failed(Message message, Instant retryAt) {
    var it = kept.get(Name.of(message));
    if (it != null) {
      var failures = it.failures() + 1;
      put(it, retryAt, failures, failures >= GatewayInbox.TRIES);
    }
  }

  private void put(Kept it, Instant dueAt, int failures, boolean ended) {
    kept.put(Name.of(it.message()), new Kept(it.message(), dueAt, failures, ended));
  }
}
