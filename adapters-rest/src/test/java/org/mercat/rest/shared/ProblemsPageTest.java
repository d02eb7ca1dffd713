package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/problems.md is made from the codes; {@code -Dmercat.docs.write=true} writes it. */
class ProblemsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "problems.md");

  @Test
  void the_page_tells_every_code() throws IOException {
    if (Boolean.getBoolean("mercat.docs.write")) {
      Files.writeString(PAGE, page());
    }

    assertThat(PAGE).hasContent(page());
  }

  private static String page() {
    return """
        # Problems

        Every answer that is not a success is application/problem+json (RFC 9457): `type`, `title`,
        `status`, `code`, `detail`, `instance` (the Request-Id) and `errors`, which tells everything
        that is wrong with the members of the body, each with its JSON pointer and a code. Codes are
        kept for ever.

        | Status | `code` | `type` | Meaning |
        |---|---|---|---|
        %s
        | `errors[].code` |
        |---|
        %s
        This page is generated: `./mvnw test -pl adapters-rest -am -Dmercat.docs.write=true`.
        """
        .formatted(
            Arrays.stream(ProblemCode.values())
                .map(ProblemsPageTest::row)
                .collect(Collectors.joining()),
            Arrays.stream(Violation.Code.values())
                .map("| `%s` |%n"::formatted)
                .collect(Collectors.joining()));
  }

  private static String row(ProblemCode code) {
    return "| %d | `%s` | `%s` | %s |%n".formatted(code.status(), code, code.type(), code.title());
  }
}
