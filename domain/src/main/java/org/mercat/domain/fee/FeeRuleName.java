package org.mercat.domain.fee;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a booking calls the rule by which it pays: where the rate comes from, which rule of that
 * kind, and in which version, such as {@code promotion:01990dff-...:v1} or {@code platform-fee:v3}.
 *
 * @param rule empty if it is the tenant's default
 */
public record FeeRuleName(
    FeeSource source, Optional<FeeRuleId> rule, FeeDirection direction, long version) {

  private static final String VERSION = ":v";

  static FeeRuleName ofTenant(FeeDirection direction, long version) {
    return new FeeRuleName(FeeSource.TENANT, Optional.empty(), direction, version);
  }

  /**
   * Reads a name. That of a rule does not tell of which direction it is.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static FeeRuleName parse(String text, FeeDirection direction) {
    var end = text.lastIndexOf(VERSION);
    if (end < 0) {
      throw new IllegalArgumentException("no name of a rule: " + text);
    }
    var version = Long.parseLong(text.substring(end + VERSION.length()));
    var parts = List.of(text.substring(0, end).split(":", -1));
    if (parts.equals(List.of(direction.word()))) {
      return ofTenant(direction, version);
    }
    var source =
        Arrays.stream(FeeSource.values())
            .filter(it -> it != FeeSource.TENANT && word(it).equals(parts.getFirst()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no name of a rule: " + text));
    var rule = new FeeRuleId(UUID.fromString(parts.getLast()));
    return new FeeRuleName(source, Optional.of(rule), direction, version);
  }

  public String text() {
    var what =
        Stream.concat(
                Stream.of(source == FeeSource.TENANT ? direction.word() : word(source)),
                rule.stream().map(id -> id.value().toString()))
            .collect(Collectors.joining(":"));
    return what + VERSION + version;
  }

  private static String word(FeeSource source) {
    return source.name().toLowerCase(Locale.ROOT);
  }
}
