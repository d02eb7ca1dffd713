package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mercat.bootstrap.e2e.BadBodies.Bad;
import org.mercat.bootstrap.e2e.Market.Place;

/**
 * Every operation of the served contract is sent bodies with one thing wrong in each. It refuses
 * them with a problem that it documents and that points at the member, and nothing is changed.
 */
class BadInputIT {

  private static final List<String> WITH_BODY = List.of("post", "put", "patch");

  private final Market market = Market.shared();
  private final JsonNode document = contract();

  /** One operation as the contract tells it. */
  private record Operation(String method, String path, JsonNode node) {

    String form() {
      return node.at("/requestBody/content").properties().iterator().next().getKey();
    }

    JsonNode content() {
      return node.path("requestBody").path("content").path(form());
    }
  }

  /** The people and things of the operations; made once, before anything is counted. */
  private record Cast(Market.Provider provider, Api client, Api admin, String booking) {}

  @TestFactory
  Stream<DynamicTest> every_operation_refuses_what_it_documents_as_wrong() {
    var cast = cast();
    return operations()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.method() + " " + operation.path(), () -> refuses(cast, operation)));
  }

  private void refuses(Cast cast, Operation operation) throws IOException, SQLException {
    var example = (ObjectNode) operation.content().path("example").deepCopy();
    adapt(example, cast);
    var patch = operation.form().contains("merge-patch");
    var failures = new ArrayList<String>();
    var before = RowCounts.of(OneServerForAllTests.data());

    for (var bad : BadBodies.of(document, operation.content().path("schema"), example, patch)) {
      var answer = send(cast, operation, bad);
      complaint(operation, bad, answer).ifPresent(failures::add);
    }

    assertThat(failures).isEmpty();
    assertThat(RowCounts.of(OneServerForAllTests.data())).isEqualTo(before);
  }

  private static Optional<String> complaint(Operation operation, Bad bad, Api.Answer answer) {
    var status = answer.status();
    if (status < 400 || status >= 500) {
      return Optional.of(bad + ": answered " + status + " " + answer.text());
    }
    if (!operation.node().path("responses").has(Integer.toString(status))) {
      return Optional.of(bad + ": " + status + " is not documented");
    }
    if (status != 422) {
      return Optional.of(bad + ": answered " + status + " " + answer.text());
    }
    var pointed =
        StreamSupport.stream(answer.json().path("errors").spliterator(), false)
            .anyMatch(error -> error.path("pointer").asText().equals(bad.pointer()));
    return pointed
        ? Optional.empty()
        : Optional.of(bad + ": is not pointed at in " + answer.text());
  }

  private static Api.Answer send(Cast cast, Operation operation, Bad bad) {
    var api = actor(cast, operation.path());
    var path =
        operation
            .path()
            .replace("{booking}", cast.booking())
            .replace("/providers/{id}", "/providers/" + cast.provider().id())
            .replace("{idOrSlug}", cast.provider().listing())
            .replace("{listing}", cast.provider().listing());
    var request =
        api.request(path)
            .header("Content-Type", operation.form())
            .header("If-Match", "*")
            .header("Idempotency-Key", UUID.randomUUID().toString());
    return api.send(
        request.method(
            operation.method().toUpperCase(Locale.ROOT),
            BodyPublishers.ofString(bad.body().toString())));
  }

  private static Api actor(Cast cast, String path) {
    if (path.startsWith("/admin")
        || path.startsWith("/test")
        || path.endsWith("/verify")
        || path.endsWith("/payout")) {
      return cast.admin();
    }
    if (path.startsWith("/providers") || path.startsWith("/listings") || path.endsWith("/refund")) {
      return cast.provider().api();
    }
    return cast.client();
  }

  private Cast cast() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var body =
        Map.of(
            "listing", provider.listing(),
            "start", market.slot(provider, 20),
            "paymentMethod", "sbx_ok");
    var booking = client.post("/bookings", body).expect(201).id();
    return new Cast(provider, client, market.admin(), booking);
  }

  /** Ids of the example that have to be real for everything else to be looked at. */
  private void adapt(ObjectNode example, Cast cast) {
    if (example.has("listing")) {
      example.put("listing", cast.provider().listing());
      example.put("start", market.slot(cast.provider(), 21));
    }
    if (example.has("booking")) {
      example.put("booking", cast.booking());
    }
  }

  private Stream<Operation> operations() {
    return document.path("paths").properties().stream()
        .flatMap(
            path ->
                WITH_BODY.stream()
                    .filter(path.getValue()::has)
                    .map(
                        method ->
                            new Operation(method, path.getKey(), path.getValue().path(method))))
        .filter(operation -> operation.node().has("requestBody"))
        .filter(operation -> operation.form().contains("json"))
        .filter(operation -> !operation.path().startsWith("/webhooks"));
  }

  private JsonNode contract() {
    var api = market.anybody();
    return api.get(api.server() + "/openapi?format=json").expect(200).json();
  }
}
