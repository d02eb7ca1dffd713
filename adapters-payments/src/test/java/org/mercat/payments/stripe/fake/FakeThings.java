package org.mercat.payments.stripe.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All objects of one kind, the oldest first. */
final class FakeThings {

  private static final int USUAL_PAGE = 10;

  private final String kind;
  private final String prefix;
  private final InstantSource clock;
  private final Map<String, ObjectNode> all = new LinkedHashMap<>();

  FakeThings(String kind, String prefix, InstantSource clock) {
    this.kind = kind;
    this.prefix = prefix;
    this.clock = clock;
  }

  ObjectNode make() {
    var id = "%s_fake%06d".formatted(prefix, all.size() + 1);
    var thing =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("object", kind)
            .put("created", clock.instant().getEpochSecond())
            .put("livemode", false);
    all.put(id, thing);
    return thing;
  }

  Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  ObjectNode get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no " + kind + " " + id));
  }

  List<ObjectNode> all() {
    return List.copyOf(all.values());
  }

  /** A list of the first API, the newest first. */
  ObjectNode page(
      FakeRequest request, Predicate<ObjectNode> fits, UnaryOperator<ObjectNode> shown) {
    var since = request.parameter("created[gte]").map(Long::parseLong).orElse(0L);
    var fitting =
        new ArrayList<>(
            all.values().stream()
                .filter(thing -> thing.path("created").asLong() >= since)
                .filter(fits)
                .toList()
                .reversed());
    request
        .parameter("starting_after")
        .ifPresent(
            last -> {
              var place = fitting.indexOf(get(last));
              fitting.subList(0, place + 1).clear();
            });
    var limit = request.parameter("limit").map(Integer::parseInt).orElse(USUAL_PAGE);
    var page =
        JsonNodeFactory.instance
            .objectNode()
            .put("object", "list")
            .put("url", request.path())
            .put("has_more", fitting.size() > limit);
    var items = page.putArray("data");
    fitting.stream().limit(limit).map(shown).forEach(items::add);
    return page;
  }

  static void mark(ObjectNode thing, Map<String, String> metadata) {
    var marks = thing.putObject("metadata");
    metadata.forEach(marks::put);
  }
}
