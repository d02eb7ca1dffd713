package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The bill of materials that the build has written tells of every library that is shipped. */
class BillOfMaterialsIT {

  private static final Path BILL = Sources.ROOT.resolve(Path.of("target", "bom.json"));
  private static final Path SHIPPED = Path.of("target", "lib");

  /** What the bill needs to know of a library is fetched, so that no bill is written offline. */
  @Test
  @DisabledIfSystemProperty(named = "mercat.offline", matches = "offline: true")
  void every_library_that_is_shipped_is_on_the_bill_with_its_version() throws IOException {
    var listed = new TreeSet<String>();
    for (var component : new ObjectMapper().readTree(BILL.toFile()).path("components")) {
      listed.add(
          "%s-%s.jar"
              .formatted(component.path("name").asText(), component.path("version").asText()));
      assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
    }

    try (var jars = Files.list(SHIPPED)) {
      assertThat(jars.map(jar -> jar.getFileName().toString())).isNotEmpty().isSubsetOf(listed);
    }
  }
}
