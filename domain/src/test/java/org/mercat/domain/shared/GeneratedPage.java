package org.mercat.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of docs/ that is made from the code: the test that makes it fails when the page is not the
 * same; {@code -Dmercat.docs.write=true} writes it.
 */
public final class GeneratedPage {

  private GeneratedPage() {}

  public static void check(String name, String content) throws IOException {
    var page = Path.of("..", "docs", name);
    if (Boolean.getBoolean("mercat.docs.write")) {
      Files.writeString(page, content);
    }
    assertThat(page)
        .as("docs/%s; write it with -Dmercat.docs.write=true", name)
        .content()
        .isEqualTo(content);
  }
}
