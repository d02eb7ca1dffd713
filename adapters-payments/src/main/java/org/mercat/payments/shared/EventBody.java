package org.mercat.payments.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mercat.domain.tenancy.TenantId;

/**
 * The body of a webhook, read with suspicion: one JSON value in UTF-8 without doubled members.
 *
 * @param text as it came
 */
public record EventBody(JsonNode json, String text) {

  /** How long the body of an event may be. */
  public static final int MOST_BYTES = 256 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:\\[\\]-]{1,255}");

  /** Empty when it is no JSON. */
  public static Optional<EventBody> read(byte[] body) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return Optional.of(new EventBody(MAPPER.readTree(text), text));
    } catch (CharacterCodingException | JsonProcessingException _) {
      return Optional.empty();
    }
  }

  /** What can be the name of an event, of its type or of a thing. */
  public static Optional<String> name(JsonNode node) {
    return node.isTextual() && NAME.matcher(node.textValue()).matches()
        ? Optional.of(node.textValue())
        : Optional.empty();
  }

  public static Optional<TenantId> tenant(JsonNode node) {
    return name(node).flatMap(EventBody::tenant);
  }

  private static Optional<TenantId> tenant(String text) {
    try {
      return Optional.of(new TenantId(UUID.fromString(text)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
