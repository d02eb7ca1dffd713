package org.mercat.bootstrap.e2e;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The contract that a server shows, operation by operation, and requests made of its examples. */
record Contract(JsonNode document) {

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
  private static final Pattern PLACE = Pattern.compile("(\\w+)/\\{(\\w+)}");

  /** One operation. */
  record Operation(String method, String path, JsonNode node) {

    /** Who may ask it: a permission, {@code signed-in} or {@code public}. */
    String permission() {
      return node.path("x-permission").asText();
    }

    boolean isPublic() {
      return permission().equals("public");
    }

    boolean needsPermission() {
      return !isPublic() && !permission().equals("signed-in");
    }

    /** Whether it takes a body of JSON. */
    boolean takesJson() {
      return node.has("requestBody") && form().contains("json");
    }

    String form() {
      return node.at("/requestBody/content").properties().iterator().next().getKey();
    }

    JsonNode content() {
      return node.path("requestBody").path("content").path(form());
    }

    /** Asks for it with its example, about these things. */
    Api.Answer ask(Api api, Things things) {
      var body =
          takesJson()
              ? BodyPublishers.ofString(things.in(content().path("example")).toString())
              : BodyPublishers.noBody();
      return ask(api, things, body);
    }

    Api.Answer ask(Api api, Things things, BodyPublisher body) {
      var request =
          api.request(things.in(path) + query())
              .header("If-Match", "*")
              .header("Idempotency-Key", UUID.randomUUID().toString());
      if (takesJson()) {
        request.header("Content-Type", form());
      }
      return api.send(request.method(method.toUpperCase(Locale.ROOT), body));
    }

    /** The parameters that have to be there. */
    private String query() {
      var required =
          StreamSupport.stream(node.path("parameters").spliterator(), false)
              .filter(one -> one.path("in").asText().equals("query"))
              .filter(one -> one.path("required").asBoolean())
              .map(one -> one.path("name").asText() + "=" + one.path("example").asText())
              .collect(joining("&"));
      return required.isEmpty() ? "" : "?" + required;
    }

    @Override
    public String toString() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }
  }

  /**
   * What the operations are asked about. Under the word before a placeholder of a path ({@code
   * bookings}) is what it stands for, and nothing that there is where no word tells; under the name
   * of a member of a body is what is put in its place.
   */
  record Things(Map<String, String> paths, Map<String, String> members) {

    /** Things that there are not. */
    static final Things UNKNOWN = new Things(Map.of(), Map.of());

    String in(String path) {
      return PLACE
          .matcher(path)
          .replaceAll(
              place ->
                  place.group(1)
                      + "/"
                      + paths.getOrDefault(place.group(1), UUID.randomUUID().toString()));
    }

    ObjectNode in(JsonNode example) {
      ObjectNode body = example.deepCopy();
      members.forEach(
          (name, value) -> {
            if (body.has(name)) {
              body.put(name, value);
            }
          });
      return body;
    }

    /** Whether the operation is asked about one of these. */
    boolean concern(Operation operation) {
      return areIn(operation.path())
          || (operation.takesJson()
              && members.keySet().stream().anyMatch(operation.content().path("example")::has));
    }

    /** Whether a placeholder of the path stands for one of these. */
    boolean areIn(String path) {
      return PLACE.matcher(path).results().anyMatch(place -> paths.containsKey(place.group(1)));
    }
  }

  /** The contract of the server on which the market is. */
  static Contract of(Market market) {
    var api = market.anybody();
    return new Contract(api.get(api.server() + "/openapi?format=json").expect(200).json());
  }

  /** The operations of the API itself. */
  Stream<Operation> operations() {
    return document.path("paths").properties().stream()
        .filter(path -> !path.getValue().has("servers"))
        .flatMap(
            path ->
                METHODS.stream()
                    .filter(path.getValue()::has)
                    .map(
                        method ->
                            new Operation(method, path.getKey(), path.getValue().path(method))));
  }
}
