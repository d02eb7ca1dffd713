package org.mercat.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** What one context has written down of its operations. */
final class OpenApiFragment {

  private OpenApiFragment() {}

  /** The fragment of a context, if it has one. */
  static Optional<ObjectNode> read(String context) {
    try (InputStream yaml =
        OpenApiFragment.class.getResourceAsStream("/openapi/" + context + ".yaml")) {
      return Optional.ofNullable(yaml).map(OpenApiFragment::tree);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Adds everything to the document; nothing may be there already. */
  static void merge(ObjectNode document, ObjectNode fragment) {
    fragment
        .properties()
        .forEach(
            entry -> {
              var there = document.get(entry.getKey());
              if (there == null) {
                document.set(entry.getKey(), entry.getValue());
              } else if (there instanceof ObjectNode both && entry.getValue().isObject()) {
                merge(both, (ObjectNode) entry.getValue());
              } else {
                throw new IllegalStateException("there twice: " + entry.getKey());
              }
            });
  }

  private static ObjectNode tree(InputStream yaml) {
    var options = new LoaderOptions();
    var dumping = new DumperOptions();
    var reader =
        new Yaml(
            new SafeConstructor(options),
            new Representer(dumping),
            dumping,
            options,
            new WithoutDates());
    JsonNode tree = Json.MAPPER.valueToTree(reader.<Object>load(yaml));
    return (ObjectNode) tree;
  }

  /** A date in an example stays the text that it is. */
  private static final class WithoutDates extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
      addImplicitResolver(Tag.INT, INT, "-+0123456789");
      addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
      addImplicitResolver(Tag.MERGE, MERGE, "<");
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }
}
