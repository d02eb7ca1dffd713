package org.mercat.application.payment.port;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;

public final class InMemoryGatewayInbox implements GatewayInbox, Store {

  private record Name(String gateway, String event) {
    static Name of(Message message) {
      return new Name(message.gateway(), message.event());
    }
  }

  private record Kept(
      Message message, Instant receivedAt, Instant dueAt, int failures, boolean ended) {}

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
    return kept.putIfAbsent(Name.of(message), new Kept(message, receivedAt, receivedAt, 0, ended))
        == null;
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
  public void failed(Message message, Instant now) {
    var it = kept.get(Name.of(message));
    if (it != null) {
      var isDead = it.failures() >= PAUSES.size();
      var retryAt = isDead ? now : now.plus(PAUSES.get(it.failures()));
      put(it, retryAt, it.failures() + 1, isDead);
    }
  }

  @Override
  public void postponed(Message message, Instant until) {
    var it = kept.get(Name.of(message));
    if (it != null) {
      put(it, until, it.failures(), it.ended());
    }
  }

  @Override
  public Page<Dead> dead(PageRequest page) {
    var fitting =
        List.copyOf(kept.values()).reversed().stream()
            .filter(it -> it.failures() >= TRIES)
            .map(it -> new Dead(id(it.message()), it.message(), it.receivedAt()))
            .sorted(Comparator.comparing(Dead::receivedAt).reversed())
            .toList();
    var after =
        page.after()
            .map(
                last ->
                    fitting.stream().dropWhile(each -> !each.id().equals(last)).skip(1).toList())
            .orElse(fitting);
    return Page.of(after.stream().limit(page.limit() + 1L).toList(), page, Dead::id);
  }

  @Override
  public boolean revive(UUID id, Instant now) {
    var dead =
        kept.values().stream()
            .filter(it -> it.failures() >= TRIES && id(it.message()).equals(id))
            .findFirst();
    dead.ifPresent(it -> put(it, now, 0, false));
    return dead.isPresent();
  }

  private static UUID id(Message message) {
    return UUID.nameUUIDFromBytes((message.gateway() + message.event()).getBytes(UTF_8));
  }

  private void put(Kept it, Instant dueAt, int failures, boolean ended) {
    kept.put(
        Name.of(it.message()), new Kept(it.message(), it.receivedAt(), dueAt, failures, ended));
  }
}
