package org.mercat.zones.joda;

import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.joda.time.DateTimeZone;
import org.mercat.application.shared.ZoneBook.Edition;

/** Which data the jar of Joda-Time says it has. */
final class ShippedEdition {

  private static final String NAME = "joda-time";
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  /** Joda-Time takes the IANA's data from global-tz, which keeps apart what the IANA merges. */
  private static final String BY_GLOBAL_TZ = "gtz";

  private ShippedEdition() {}

  static Edition read() throws IOException {
    var attributes = attributes();
    var version = required(attributes, "Time-Zone-Database-Version").replace(BY_GLOBAL_TZ, "");
    return new Edition(version, NAME + " " + required(attributes, "Bundle-Version"));
  }

  /** Of its own manifest: a server may have it in an archive of any kind. */
  private static Attributes attributes() throws IOException {
    var manifests = DateTimeZone.class.getClassLoader().getResources(MANIFEST);
    for (var manifest : Collections.list(manifests)) {
      try (var bytes = manifest.openStream()) {
        var attributes = new Manifest(bytes).getMainAttributes();
        if (NAME.equals(attributes.getValue("Bundle-SymbolicName"))) {
          return attributes;
        }
      }
    }
    throw new IOException("no manifest of " + NAME);
  }

  private static String required(Attributes attributes, String name) throws IOException {
    return Optional.ofNullable(attributes.getValue(name))
        .orElseThrow(() -> new IOException("the manifest of " + NAME + " has no " + name));
  }
}
