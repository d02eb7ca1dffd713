package org.mercat.rest.integration;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.shared.Permission;

/** What a key can be for, in the words of the wire. */
final class Scopes {

  static final Map<String, Permission> WORDS =
      ApiKey.possibleScopes().stream().collect(toUnmodifiableMap(Scopes::word, scope -> scope));

  private Scopes() {}

  static List<String> words(Set<Permission> scopes) {
    return scopes.stream().map(Scopes::word).sorted().toList();
  }

  private static String word(Permission scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }
}
