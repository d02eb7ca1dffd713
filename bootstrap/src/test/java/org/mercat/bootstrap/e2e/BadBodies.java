package org.mercat.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Bodies with one thing wrong in each, made of an operation's example and its schema: every member,
 * however deep, is left out, null, of a wrong type, much too long, negative, out of its range or a
 * stranger's.
 */
final class BadBodies {

  /** A body, what is wrong with it, and the pointer at which the problem has to say so. */
  record Bad(String what, String pointer, JsonNode body) {
    @Override
    public String toString() {
      return pointer + " " + what;
    }
  }

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String LONG = "x".repeat(1_000_000);

  private final JsonNode document;
  private final ObjectNode example;
  private final boolean patch;
  private final List<Bad> bad = new ArrayList<>();

  private BadBodies(JsonNode document, ObjectNode example, boolean patch) {
    this.document = document;
    this.example = example;
    this.patch = patch;
  }

  /**
   * The bad bodies of an operation.
   *
   * @param patch whether the body is a merge patch, where nothing is required
   */
  static List<Bad> of(JsonNode document, JsonNode schema, ObjectNode example, boolean patch) {
    var bodies = new BadBodies(document, example, patch);
    bodies.members("", bodies.resolved(schema));
    bodies.add("is unknown", "/noSuchMember", JSON.textNode("x"));
    return bodies.bad;
  }

  /** Bodies that set, in each of their objects, one member more, which the schema does not name. */
  static List<Bad> setting(
      JsonNode document, JsonNode schema, ObjectNode example, Map<String, JsonNode> strangers) {
    var bodies = new BadBodies(document, example, false);
    bodies.setting("", bodies.resolved(schema), strangers);
    return bodies.bad;
  }

  private void setting(String parent, JsonNode schema, Map<String, JsonNode> strangers) {
    var properties = schema.path("properties");
    strangers.forEach(
        (name, value) -> {
          if (!properties.has(name)) {
            add("is not the caller's to set", parent + "/" + name, value);
          }
        });
    properties
        .properties()
        .forEach(
            property -> {
              var pointer = parent + "/" + property.getKey();
              var inner = resolved(property.getValue());
              if (isReachable(pointer)) {
                setting(pointer, inner, strangers);
              } else if (isReachable(pointer + "/0")) {
                setting(pointer + "/0", resolved(inner.path("items")), strangers);
              }
            });
  }

  private void members(String parent, JsonNode schema) {
    var required = new ArrayList<String>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              var pointer = parent + "/" + property.getKey();
              if (isReachable(parent)) {
                member(
                    pointer, resolved(property.getValue()), required.contains(property.getKey()));
              }
            });
  }

  private void member(String pointer, JsonNode schema, boolean required) {
    if (required && !patch) {
      remove(pointer);
      add("is null", pointer, JSON.nullNode());
    }
    add("is a wrong type", pointer, wrongType(schema));
    switch (schema.path("type").asText()) {
      case "string" -> text(pointer, schema);
      case "integer", "number" -> number(pointer, schema);
      case "object" -> members(pointer, schema);
      case "array" -> list(pointer, schema);
      default -> {
        // A boolean, or one of several forms: every other type is wrong, and that is all.
      }
    }
  }

  private void text(String pointer, JsonNode schema) {
    add("is a megabyte long", pointer, JSON.textNode(LONG));
    if (schema.has("enum")) {
      add("is no word of its list", pointer, JSON.textNode("no-such-word"));
    }
    if (schema.has("maxLength") && schema.path("maxLength").asInt() < 10_000) {
      var length = schema.path("maxLength").asInt() + 1;
      add("is one character too long", pointer, JSON.textNode("x".repeat(length)));
    }
    if (schema.path("minLength").asInt() > 0) {
      add("is empty", pointer, JSON.textNode(""));
    }
    if (schema.path("format").asText().equals("uuid")) {
      add("is a stranger's", pointer, JSON.textNode(UUID.randomUUID().toString()));
    }
  }

  private void number(String pointer, JsonNode schema) {
    if (schema.has("minimum") && schema.path("minimum").asLong() >= 0) {
      add("is negative", pointer, JSON.numberNode(-1));
    }
    if (schema.has("minimum")) {
      add("is too small", pointer, JSON.numberNode(schema.path("minimum").asLong() - 1));
    }
    if (schema.has("maximum")) {
      add("is too large", pointer, JSON.numberNode(schema.path("maximum").asLong() + 1));
    }
  }

  private void list(String pointer, JsonNode schema) {
    var items = resolved(schema.path("items"));
    if (example.at(pointer + "/0").isObject()) {
      members(pointer + "/0", items);
    }
  }

  /** Whether the example has what the members are to be changed in. */
  private boolean isReachable(String parent) {
    return example.at(parent).isObject();
  }

  private static JsonNode wrongType(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "string", "object", "integer", "number", "boolean" -> JSON.arrayNode().add(1);
      case "array" -> JSON.objectNode();
      default -> JSON.booleanNode(true);
    };
  }

  private void add(String what, String pointer, JsonNode value) {
    var body = example.deepCopy();
    holder(body, pointer).set(name(pointer), value);
    bad.add(new Bad(what, pointer, body));
  }

  private void remove(String pointer) {
    var body = example.deepCopy();
    var _ = holder(body, pointer).remove(name(pointer));
    bad.add(new Bad("is missing", pointer, body));
  }

  private static ObjectNode holder(ObjectNode body, String pointer) {
    return (ObjectNode) body.at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  private static String name(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  /** The schema that a reference, alone or with a description beside it, leads to. */
  private JsonNode resolved(JsonNode schema) {
    if (schema.has("$ref")) {
      return resolved(document.at(schema.path("$ref").asText().substring(1)));
    }
    if (schema.has("allOf")) {
      return resolved(schema.path("allOf").path(0));
    }
    return schema.isMissingNode() ? MAPPER.createObjectNode() : schema;
  }
}
