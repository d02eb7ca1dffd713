package org.mercat.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.mercat.rest.shared.Violation.Code;

/** How single values are read. */
final class Readers {

  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private Readers() {}

  /** A text without the white space around it; its length counts in code points. */
  static Reader<String> text(int min, int max) {
    return (pointer, value) -> string(pointer, value).then(ofLength(pointer, min, max, true));
  }

  /** A text as it is, white space included. */
  static Reader<String> secret(int min, int max) {
    return (pointer, value) -> string(pointer, value).then(ofLength(pointer, min, max, false));
  }

  static Reader<UUID> id() {
    return read(Readers::uuid, "is not a UUID");
  }

  static Reader<Instant> instant() {
    return read(Readers::instantOf, "is not an RFC 3339 time with offset");
  }

  static <T> Reader<T> word(Map<String, T> words) {
    return (pointer, value) ->
        string(pointer, value)
            .then(
                word ->
                    words.containsKey(word)
                        ? new Parsed.Valid<>(words.get(word))
                        : Parsed.invalid(
                            pointer,
                            Code.OUT_OF_RANGE,
                            "is none of "
                                + String.join(", ", words.keySet().stream().sorted().toList())));
  }

  static <T> Reader<T> read(Function<String, T> reader, String otherwise) {
    return (pointer, value) ->
        string(pointer, value)
            .then(
                text -> {
                  try {
                    return new Parsed.Valid<>(reader.apply(text));
                  } catch (IllegalArgumentException | DateTimeException unreadable) {
                    return Parsed.invalid(pointer, Code.MALFORMED, otherwise);
                  }
                });
  }

  static Reader<Integer> number(int min, int max) {
    return (pointer, value) -> whole(min, max).read(pointer, value).map(Math::toIntExact);
  }

  static Reader<Long> whole(long min, long max) {
    return (pointer, value) ->
        value.isIntegralNumber()
            ? within(
                    pointer,
                    value.bigIntegerValue(),
                    BigInteger.valueOf(min),
                    BigInteger.valueOf(max))
                .map(BigInteger::longValueExact)
            : Parsed.invalid(pointer, Code.MALFORMED, "is not a whole number");
  }

  static Reader<BigDecimal> decimal(long min, long max) {
    return (pointer, value) ->
        value.isNumber()
            ? within(
                pointer, value.decimalValue(), BigDecimal.valueOf(min), BigDecimal.valueOf(max))
            : Parsed.invalid(pointer, Code.MALFORMED, "is not a number");
  }

  static Reader<Boolean> flag() {
    return (pointer, value) ->
        value.isBoolean()
            ? new Parsed.Valid<>(value.booleanValue())
            : Parsed.invalid(pointer, Code.MALFORMED, "is neither true nor false");
  }

  static UUID uuid(String text) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException("not a UUID");
    }
    return UUID.fromString(text);
  }

  private static Instant instantOf(String text) {
    var instant = OffsetDateTime.parse(text).toInstant();
    if (instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
      throw new DateTimeException("out of range");
    }
    return instant;
  }

  private static <N extends Comparable<N>> Parsed<N> within(String pointer, N value, N min, N max) {
    return value.compareTo(min) < 0 || value.compareTo(max) > 0
        ? Parsed.invalid(pointer, Code.OUT_OF_RANGE, "is not in " + min + " to " + max)
        : new Parsed.Valid<>(value);
  }

  private static Parsed<String> string(String pointer, JsonNode value) {
    if (!value.isTextual()) {
      return Parsed.invalid(pointer, Code.MALFORMED, "is not a text");
    }
    return Texts.isStorable(value.textValue())
        ? new Parsed.Valid<>(value.textValue())
        : Parsed.invalid(pointer, Code.MALFORMED, "has a character that is not allowed");
  }

  private static Function<String, Parsed<String>> ofLength(
      String pointer, int min, int max, boolean stripped) {
    return text -> {
      var kept = stripped ? text.strip() : text;
      var length = kept.codePointCount(0, kept.length());
      return length < min || length > max
          ? Parsed.invalid(
              pointer, Code.OUT_OF_RANGE, "is not " + min + " to " + max + " characters long")
          : new Parsed.Valid<>(kept);
    };
  }
}
