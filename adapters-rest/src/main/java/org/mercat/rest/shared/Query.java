package org.mercat.rest.shared;

import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The parameters of a query, of which an operation knows a few; any other is refused. */
public final class Query {

  private final Map<String, List<String>> sent;
  private final Set<String> known;

  private Query(Map<String, List<String>> sent, Set<String> known) {
    this.sent = sent;
    this.known = known;
  }

  /**
   * Reads a query.
   *
   * @throws UnreadableRequest if another parameter was sent, or one of them twice
   */
  public static Query only(UriInfo uri, String... known) {
    var sent = uri.getQueryParameters();
    var query = new Query(sent, Set.of(known));
    sent.forEach(
        (name, values) -> {
          if (!query.known.contains(name)) {
            throw new UnreadableRequest("There is no query parameter of the name sent here.");
          }
          if (values.size() > 1) {
            throw new UnreadableRequest("The query parameter " + name + " is there twice.");
          }
        });
    return query;
  }

  public Optional<String> text(String name, int max) {
    return read(name, Function.identity(), "is not a text")
        .filter(text -> !text.isEmpty())
        .map(text -> within(name, text, text.length() <= max && Texts.isStorable(text)));
  }

  public Optional<Integer> number(String name, int min, int max) {
    return read(name, Integer::valueOf, "is not a whole number")
        .map(number -> within(name, number, number >= min && number <= max));
  }

  public Optional<BigDecimal> decimal(String name, long min, long max) {
    return text(name, 32)
        .map(text -> converted(name, text, BigDecimal::new, "is not a number"))
        .map(
            number ->
                within(
                    name,
                    number,
                    number.compareTo(BigDecimal.valueOf(min)) >= 0
                        && number.compareTo(BigDecimal.valueOf(max)) <= 0));
  }

  public <E> Optional<E> word(String name, Map<String, E> words) {
    return read(
        name,
        word ->
            Optional.ofNullable(words.get(word))
                .orElseThrow(() -> new IllegalArgumentException(name)),
        "is none of " + String.join(", ", words.keySet().stream().sorted().toList()));
  }

  public Optional<UUID> id(String name) {
    return read(name, Readers::uuid, "is no id");
  }

  public Optional<Instant> instant(String name) {
    return read(name, text -> OffsetDateTime.parse(text).toInstant(), "is no instant");
  }

  /** A parameter that a type of the domain reads itself. */
  public <T> Optional<T> read(String name, Function<String, T> reader, String otherwise) {
    if (!known.contains(name)) {
      throw new IllegalArgumentException("not among the known parameters: " + name);
    }
    return Optional.ofNullable(sent.get(name))
        .map(List::getFirst)
        .map(text -> converted(name, text, reader, otherwise));
  }

  /** The value of a parameter that must be there. */
  public static <T> T required(String name, Optional<T> value) {
    return value.orElseThrow(
        () -> new UnreadableRequest("The query parameter " + name + " is missing."));
  }

  private static <T> T converted(
      String name, String text, Function<String, T> reader, String otherwise) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      throw new UnreadableRequest("The query parameter " + name + " " + otherwise + ".");
    }
  }

  private static <T> T within(String name, T value, boolean fits) {
    if (!fits) {
      throw new UnreadableRequest("The query parameter " + name + " is out of range.");
    }
    return value;
  }
}
