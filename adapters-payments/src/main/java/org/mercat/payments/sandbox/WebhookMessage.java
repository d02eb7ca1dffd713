package org.mercat.payments.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.domain.tenancy.TenantId;

/**
 * The body of a webhook: only what has changed, not how.
 *
 * @param tenant whose it is; the default one's if the sandbox names none
 */
record WebhookMessage(TenantId tenant, Message message) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,255}");

  private static final Map<String, Kind> KINDS =
      Map.of(
          "payment.succeeded", Kind.PAYMENT_CHANGED,
          "payment.failed", Kind.PAYMENT_CHANGED,
          "payment.requires_action", Kind.PAYMENT_CHANGED,
          "refund.succeeded", Kind.REFUND_CHANGED,
          "refund.failed", Kind.REFUND_CHANGED,
          "account.updated", Kind.PAYEE_CHANGED);

  /** The message; empty when it is none of the sandbox's. */
  static Optional<WebhookMessage> read(byte[] body) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      var event = MAPPER.readTree(text);
      return tenant(event.path("tenant"))
          .flatMap(tenant -> message(event, text).map(told -> new WebhookMessage(tenant, told)));
    } catch (CharacterCodingException | JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static Optional<Message> message(JsonNode event, String text) {
    if (!event.path("livemode").isBoolean() || event.path("livemode").booleanValue()) {
      return Optional.empty();
    }
    return name(event.path("id"))
        .flatMap(id -> name(event.path("type")).flatMap(type -> message(event, id, type, text)));
  }

  private static Optional<Message> message(JsonNode event, String id, String type, String text) {
    var kind = KINDS.getOrDefault(type, Kind.IGNORED);
    var object = name(event.path("data").path("object").path("id"));
    return switch (kind) {
      case IGNORED -> Optional.of(new Message("sandbox", id, kind, Optional.empty(), text));
      case PAYMENT_CHANGED, REFUND_CHANGED, PAYEE_CHANGED ->
          object.map(changed -> new Message("sandbox", id, kind, Optional.of(changed), text));
    };
  }

  private static Optional<TenantId> tenant(JsonNode node) {
    try {
      return Optional.of(
          node.isMissingNode() ? TenantId.DEFAULT : new TenantId(UUID.fromString(node.asText())));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> name(JsonNode node) {
    return node.isTextual() && NAME.matcher(node.textValue()).matches()
        ? Optional.of(node.textValue())
        : Optional.empty();
  }
}
