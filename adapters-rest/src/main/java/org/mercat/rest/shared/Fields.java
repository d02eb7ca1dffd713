package org.mercat.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mercat.rest.shared.Violation.Code;

/** One JSON object that is read name by name. */
final class Fields {

  private final String pointer;
  private final Optional<JsonNode> object;
  private final Violations violations;
  private final Set<String> known = new HashSet<>();
  private final List<Fields> parts = new ArrayList<>();

  private Fields(String pointer, Optional<JsonNode> object, Violations violations) {
    this.pointer = pointer;
    this.object = object;
    this.violations = violations;
  }

  static Fields of(JsonNode body) {
    return at("", Optional.of(body), new Violations());
  }

  /** Reads an object that is the value of something else, with all that is wrong with it. */
  static <T> Parsed<T> read(String pointer, JsonNode value, Function<Fields, Supplier<T>> reader) {
    var fields = at(pointer, Optional.of(value), new Violations());
    return fields.into(reader.apply(fields));
  }

  private static Fields at(String pointer, Optional<JsonNode> value, Violations violations) {
    if (value.isPresent() && !value.get().isObject()) {
      violations.add(pointer, Code.MALFORMED, "is not an object");
    }
    return new Fields(pointer, value.filter(JsonNode::isObject), violations);
  }

  <T> Member<T> required(String name, Reader<T> reader) {
    var value = value(name);
    if (value.isEmpty() && object.isPresent()) {
      violate(name, Code.REQUIRED, "is missing");
    }
    return member(name, value.flatMap(found -> read(name, found, reader)));
  }

  <T> Member<Optional<T>> optional(String name, Reader<T> reader) {
    return orElse(
        name, (pointer, value) -> reader.read(pointer, value).map(Optional::of), Optional.empty());
  }

  /** A change of what cannot be missing. */
  <T> Member<Change<T>> change(String name, Reader<T> reader) {
    if (isNull(name)) {
      violate(name, Code.REQUIRED, "cannot be taken away");
    }
    return changeOfOptional(name, reader);
  }

  <T> Member<Change<T>> changeOfOptional(String name, Reader<T> reader) {
    return orElse(
        name,
        (pointer, value) -> reader.read(pointer, value).map(Change.Set::new),
        isNull(name) ? new Change.Clear<>() : new Change.Keep<>());
  }

  /** The fields of an object within, told of together with these. */
  Fields within(String name) {
    var value = value(name);
    if (value.isEmpty() && object.isPresent()) {
      violate(name, Code.REQUIRED, "is missing");
    }
    var part = at(pointerTo(name), value, violations);
    parts.add(part);
    return part;
  }

  boolean has(String name) {
    return found(name).filter(value -> !value.isNull()).isPresent();
  }

  void violate(String name, Code code, String detail) {
    violations.add(pointerTo(name), code, detail);
  }

  <T> Parsed<T> into(Supplier<T> value) {
    refuseUnknown();
    return violations.into(value);
  }

  private void refuseUnknown() {
    parts.forEach(Fields::refuseUnknown);
    object.ifPresent(
        node ->
            node.fieldNames()
                .forEachRemaining(
                    name -> {
                      if (!known.contains(name)) {
                        violate(name, Code.UNKNOWN_MEMBER, "is not known here");
                      }
                    }));
  }

  private <T> Member<T> orElse(String name, Reader<T> reader, T otherwise) {
    var value = value(name);
    return member(
        name, value.isPresent() ? read(name, value.get(), reader) : Optional.of(otherwise));
  }

  private boolean isNull(String name) {
    return found(name).filter(JsonNode::isNull).isPresent();
  }

  private Optional<JsonNode> value(String name) {
    known.add(name);
    return found(name).filter(value -> !value.isNull());
  }

  private Optional<JsonNode> found(String name) {
    return object.flatMap(node -> Optional.ofNullable(node.get(name)));
  }

  private <T> Optional<T> read(String name, JsonNode value, Reader<T> reader) {
    return violations.valid(reader.read(pointerTo(name), value));
  }

  private <T> Member<T> member(String name, Optional<T> value) {
    return new Member<>(pointerTo(name), violations, value);
  }

  private String pointerTo(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
