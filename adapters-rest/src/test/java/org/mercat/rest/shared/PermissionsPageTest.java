package org.mercat.rest.shared;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

/** docs/permissions.md is made from the code; {@code -Dmercat.docs.write=true} writes it. */
class PermissionsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "permissions.md");

  @Test
  void the_page_tells_every_permission() throws IOException {
    if (Boolean.getBoolean("mercat.docs.write")) {
      Files.writeString(PAGE, page());
    }

    assertThat(PAGE).hasContent(page());
  }

  private static String page() {
    return """
        # Permissions

        What an operation asks for stands in the document of the API as `x-permission`: a permission,
        `signed-in` or `public`. A role is a set of permissions; a person has what its roles have and
        what was granted to it, without what was denied to it. A denial wins, and takes whatever
        needs what was denied. On whose things a permission may be used, the use cases say: what is
        somebody else's is not found.

        | Permission | %s | Needs |
        |---|%s---|
        %s
        This page is generated: `./mvnw test -pl adapters-rest -am -Dmercat.docs.write=true`.
        """
        .formatted(
            cells(Stream.of(Role.values()).map(role -> role.name().toLowerCase(Locale.ROOT))),
            "---|".repeat(Role.values().length),
            Stream.of(Permission.values()).map(PermissionsPageTest::row).collect(joining()));
  }

  private static String row(Permission permission) {
    return "| `%s` | %s | %s |%n"
        .formatted(
            permission,
            cells(
                Stream.of(Role.values())
                    .map(role -> Permission.of(Set.of(role)))
                    .map(allowed -> allowed.contains(permission) ? "yes" : "")),
            names(permission.needs()));
  }

  private static String names(Collection<Permission> permissions) {
    return permissions.stream().sorted().map("`%s`"::formatted).collect(joining(", "));
  }

  private static String cells(Stream<String> words) {
    return words.collect(joining(" | "));
  }
}
