package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.port.GatewayInbox.Dead;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;

/** Table {@code gateway_event}, as far as people look at what is set aside there. */
record DeadEventRow(
    UUID id,
    String gateway,
    String event,
    Kind kind,
    @Nullable String object,
    String body,
    Instant receivedAt) {

  Dead toDomain() {
    var message = new Message(gateway, event, kind, Optional.ofNullable(object), body);
    return new Dead(id, message, receivedAt);
  }
}
