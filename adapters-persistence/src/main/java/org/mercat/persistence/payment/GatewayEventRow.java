package org.mercat.persistence.payment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;

/** Table {@code gateway_event}, as far as it is a message; no text there may hold a NUL. */
record GatewayEventRow(
    String gateway, String event, Kind kind, @Nullable String object, String body) {

  static GatewayEventRow of(Message message) {
    return new GatewayEventRow(
        message.gateway(),
        message.event(),
        message.kind(),
        message.object().orElse(null),
        message.body().replace('\0', '\uFFFD'));
  }

  Message toMessage() {
    return new Message(gateway, event, kind, Optional.ofNullable(object), body);
  }
}
