package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisGatewayInbox implements GatewayInbox {

  /** The pauses as an array of PostgreSQL. */
  private static final String SECONDS =
      PAUSES.stream()
          .map(pause -> Long.toString(pause.toSeconds()))
          .collect(Collectors.joining(",", "{", "}"));

  private final Sessions sessions;

  public MyBatisGatewayInbox(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public boolean keep(Message message, Instant receivedAt) {
    return mapper().insert(GatewayEventRow.of(message), receivedAt) == 1;
  }

  @Override
  public List<Message> lease(Instant now, int most) {
    return mapper().lease(now, now.plus(LEASE), most).stream()
        .map(GatewayEventRow::toMessage)
        .toList();
  }

  @Override
  public void done(Message message, Instant now) {
    mapper().done(message.gateway(), message.event(), now);
  }

  @Override
  public Optional<Instant> sweptUntil() {
    return Optional.ofNullable(mapper().sweptUntil());
  }

  @Override
  public void swept(Instant until) {
    mapper().swept(until);
  }

  @Override
  public void failed(Message message, Instant now) {
    mapper().failed(message.gateway(), message.event(), now, SECONDS);
  }

  @Override
  public void postponed(Message message, Instant until) {
    mapper().postponed(message.gateway(), message.event(), until);
  }

  @Override
  public Page<Dead> dead(PageRequest page) {
    var found =
        mapper().dead(page.after().orElse(null), page.limit() + 1).stream()
            .map(DeadEventRow::toDomain)
            .toList();
    return Page.of(found, page, Dead::id);
  }

  @Override
  public boolean revive(UUID id, Instant now) {
    return mapper().revive(id, now) == 1;
  }

  private GatewayEventMapper mapper() {
    return sessions.mapper(GatewayEventMapper.class);
  }
}
