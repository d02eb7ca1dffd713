package org.mercat.persistence.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.Language;
import org.mercat.domain.notification.Message;
import org.mercat.domain.notification.Recipient;

/** An envelope as the bytes that are sealed: JSON that tells the kinds of its parts by name. */
final class EnvelopeJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  private static final Map<String, Class<?>> MESSAGES = kinds(Message.class);
  private static final Map<String, Class<?>> WAYS = kinds(Recipient.Address.class);

  private record Written(
      Language language,
      String name,
      String way,
      JsonNode address,
      String kind,
      JsonNode message) {}

  private EnvelopeJson() {}

  static byte[] write(Envelope envelope) {
    var recipient = envelope.recipient();
    var written =
        new Written(
            recipient.language(),
            recipient.name(),
            kind(recipient.address()),
            MAPPER.valueToTree(recipient.address()),
            kind(envelope.message()),
            MAPPER.valueToTree(envelope.message()));
    try {
      return MAPPER.writeValueAsString(written).getBytes(UTF_8);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("no JSON of " + kind(envelope.message()), failure);
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if it has another form, as another version may have written it
   */
  static Envelope read(byte[] json) {
    try {
      var written = MAPPER.readValue(new String(json, UTF_8), Written.class);
      var address = read(written.address(), WAYS, written.way(), Recipient.Address.class);
      return new Envelope(
          new Recipient(address, written.name(), written.language()),
          read(written.message(), MESSAGES, written.kind(), Message.class));
    } catch (JsonProcessingException | ClassCastException failure) {
      throw new IllegalArgumentException("not an envelope", failure);
    }
  }

  /** The name of a kind of message or of address. */
  static String kind(Object part) {
    return part.getClass().getSimpleName();
  }

  private static <T> T read(JsonNode json, Map<String, Class<?>> kinds, String kind, Class<T> type)
      throws JsonProcessingException {
    var known = kinds.get(kind);
    if (known == null) {
      throw new IllegalArgumentException("no such kind: " + kind);
    }
    return type.cast(MAPPER.treeToValue(json, known));
  }

  private static Map<String, Class<?>> kinds(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));
  }
}
