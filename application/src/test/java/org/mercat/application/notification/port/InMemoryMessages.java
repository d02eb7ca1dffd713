package org.mercat.application.notification.port;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.MessageOutbox;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.MessageId;

/** Both ends of the way from a use case to whoever sends. */
public final class InMemoryMessages implements MessageOutbox, MessageQueue, Store {

  private record Waiting(MessageId id, Envelope envelope, Instant dueAt, int attempt) {}

  private Map<MessageId, Waiting> waiting = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(waiting);
    return () -> waiting = copy;
  }

  @Override
  public void append(Envelope envelope) {
    var id = new MessageId(TimeOrderedIds.next());
    waiting.put(id, new Waiting(id, envelope, Instant.MIN, 0));
  }

  /** The envelopes that are still to be sent, in the order of their coming. */
  public List<Envelope> waiting() {
    return waiting.values().stream().map(Waiting::envelope).toList();
  }

  @Override
  public Optional<Leased> lease(Instant now) {
    return waiting.values().stream()
        .filter(it -> !now.isBefore(it.dueAt()))
        .min(Comparator.comparing(Waiting::dueAt))
        .map(it -> leased(it, now));
  }

  private Leased leased(Waiting it, Instant now) {
    var attempt = it.attempt() + 1;
    waiting.put(it.id(), new Waiting(it.id(), it.envelope(), now.plus(LEASE), attempt));
    return new Leased(it.id(), attempt, Optional.of(it.envelope()));
  }

  @Override
  public void sent(Leased message, Instant now) {
    waiting.remove(message.id());
  }

  @Override
  public void postpone(Leased message, Instant retryAt, String why) {
    waiting.computeIfPresent(
        message.id(),
        (id, it) ->
            it.attempt() == message.attempt()
                ? new Waiting(id, it.envelope(), retryAt, it.attempt())
                : it);
  }

  @Override
  public void giveUp(Leased message, Instant now, String why) {
    waiting.computeIfPresent(
        message.id(), (_, it) -> it.attempt() == message.attempt() ? null : it);
  }
}
