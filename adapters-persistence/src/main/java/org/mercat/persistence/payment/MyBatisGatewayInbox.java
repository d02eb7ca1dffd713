package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisGatewayInbox implements GatewayInbox {

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
  public void failed(Message message, Instant retryAt) {
    mapper().failed(message.gateway(), message.event(), retryAt, TRIES);
  }

  private GatewayEventMapper mapper() {
    return sessions.mapper(GatewayEventMapper.class);
  }
}
