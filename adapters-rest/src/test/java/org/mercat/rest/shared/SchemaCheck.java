package org.mercat.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** As much of JSON Schema as the document of this API uses; any other word is refused. */
final class SchemaCheck {

  private static final List<String> SAYS_NOTHING =
      List.of("description", "example", "examples", "default", "title", "deprecated");

  private final JsonNode document;
  private final List<String> wrong = new ArrayList<>();

  private SchemaCheck(JsonNode document) {
    this.document = document;
  }

  /** What is wrong with a value, each with its place. */
  static List<String> of(JsonNode document, JsonNode schema, JsonNode value) {
    var check = new SchemaCheck(document);
    check.check("", schema, value);
    return List.copyOf(check.wrong);
  }

  private void check(String at, JsonNode schema, JsonNode value) {
    schema.properties().forEach(word -> check(at, schema, word.getKey(), word.getValue(), value));
  }

  private void check(String at, JsonNode schema, String word, JsonNode rule, JsonNode value) {
    if (SAYS_NOTHING.contains(word)) {
      return;
    }
    switch (word) {
      case "$ref" -> check(at, document.at(rule.asText().substring(1)), value);
      case "type" -> expect(at, word, isOfType(rule, value));
      case "enum" -> expect(at, word, contains(rule, value));
      case "const" -> expect(at, word, rule.equals(value));
      case "format" -> expect(at, rule.asText(), isOfFormat(rule.asText(), value));
      case "pattern" ->
          expect(at, word, Pattern.compile(rule.asText()).matcher(value.asText()).find());
      case "minimum" -> expect(at, word, value.decimalValue().compareTo(rule.decimalValue()) >= 0);
      case "maximum" -> expect(at, word, value.decimalValue().compareTo(rule.decimalValue()) <= 0);
      case "minLength" -> expect(at, word, value.asText().length() >= rule.asInt());
      case "maxLength" -> expect(at, word, value.asText().length() <= rule.asInt());
      case "minItems" -> expect(at, word, value.size() >= rule.asInt());
      case "maxItems" -> expect(at, word, value.size() <= rule.asInt());
      case "required" -> rule.forEach(name -> expect(at, "has " + name, value.has(name.asText())));
      case "properties" -> properties(at, rule, value);
      case "additionalProperties" -> additional(at, schema, rule, value);
      case "items" -> items(at, rule, value);
      case "allOf" -> rule.forEach(part -> check(at, part, value));
      case "oneOf", "anyOf" -> expect(at, word, matching(rule, value) >= 1);
      default -> wrong.add(at + ": a word of JSON Schema that is not used here: " + word);
    }
  }

  private void properties(String at, JsonNode rule, JsonNode value) {
    rule.properties()
        .forEach(
            property -> {
              if (value.has(property.getKey())) {
                check(
                    at + "/" + property.getKey(),
                    property.getValue(),
                    value.get(property.getKey()));
              }
            });
  }

  private void additional(String at, JsonNode schema, JsonNode rule, JsonNode value) {
    value
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!schema.path("properties").has(name)) {
                if (rule.isObject()) {
                  check(at + "/" + name, rule, value.get(name));
                } else {
                  expect(at, "no member " + name, rule.asBoolean());
                }
              }
            });
  }

  private void items(String at, JsonNode rule, JsonNode value) {
    for (var index = 0; index < value.size(); index++) {
      check(at + "/" + index, rule, value.get(index));
    }
  }

  private long matching(JsonNode schemas, JsonNode value) {
    var count = 0L;
    for (var schema : schemas) {
      count += of(document, schema, value).isEmpty() ? 1 : 0;
    }
    return count;
  }

  private void expect(String at, String what, boolean holds) {
    if (!holds) {
      wrong.add(at + ": " + what);
    }
  }

  private static boolean contains(JsonNode all, JsonNode value) {
    for (var one : all) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      for (var one : type) {
        if (isOfType(one, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }

  private static boolean isOfFormat(String format, JsonNode value) {
    try {
      return switch (format) {
        case "uuid" -> Readers.uuid(value.asText()).equals(UUID.fromString(value.asText()));
        case "date-time" -> OffsetDateTime.parse(value.asText()).getYear() > 2000;
        default -> true;
      };
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      return false;
    }
  }
}
