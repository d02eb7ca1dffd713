package org.mercat.bootstrap.e2e;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mercat.bootstrap.e2e.BadBodies.Bad;
import org.mercat.bootstrap.e2e.Contract.Operation;
import org.mercat.domain.tenancy.TenantId;

/**
 * Whoever sets what is not his to set - a role, a market, a state, a fee - in any object of any
 * operation that writes is refused, and nothing is changed. A new operation joins by itself.
 */
class MassAssignmentIT {

  private static final List<String> WRITING = List.of("post", "put", "patch", "delete");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Map<String, JsonNode> STRANGERS =
      Map.ofEntries(
          entry("role", JSON.textNode("admin")),
          entry("roles", JSON.arrayNode().add("super_admin")),
          entry("permissions", JSON.arrayNode().add("TENANT_MANAGE")),
          entry("tenantId", JSON.textNode(TenantId.DEFAULT.value().toString())),
          entry("status", JSON.textNode("active")),
          entry("id", JSON.textNode(UUID.randomUUID().toString())),
          entry("version", JSON.numberNode(0)),
          entry("platformFee", JSON.objectNode().put("amount", 0).put("currency", "CAD")),
          entry("feePpm", JSON.numberNode(0)),
          entry("verified", JSON.booleanNode(true)),
          entry("payable", JSON.booleanNode(true)),
          entry("owner", JSON.textNode(UUID.randomUUID().toString())));

  private final Market market = Market.shared();
  private final Contract contract = Contract.of(market);

  @TestFactory
  Stream<DynamicTest> no_operation_takes_a_member_that_its_schema_does_not_name() {
    var cast = Cast.of(market);
    return contract
        .operations()
        .filter(operation -> WRITING.contains(operation.method()))
        .filter(Operation::takesJson)
        .filter(operation -> !operation.path().startsWith("/webhooks"))
        .map(
            operation ->
                DynamicTest.dynamicTest(operation.toString(), () -> refuses(cast, operation)));
  }

  /** The gateway's pages and what tests control it by are left out: they read no body at all. */
  @TestFactory
  Stream<DynamicTest> an_action_without_members_takes_none() {
    var cast = Cast.of(market);
    return contract
        .operations()
        .filter(operation -> List.of("post", "put").contains(operation.method()))
        .filter(operation -> !operation.node().has("requestBody"))
        .filter(operation -> !operation.path().contains("/sandbox/"))
        .map(
            operation ->
                DynamicTest.dynamicTest(operation.toString(), () -> takesNone(cast, operation)));
  }

  private void refuses(Cast cast, Operation operation) throws IOException, SQLException {
    ObjectNode example = cast.things().in(operation.content().path("example"));
    var schema = operation.content().path("schema");
    var failures = new ArrayList<String>();
    var before = RowCounts.of(OneServerForAllTests.data());

    for (var bad : BadBodies.setting(contract.document(), schema, example, STRANGERS)) {
      var body = BodyPublishers.ofString(bad.body().toString());
      var answer = operation.ask(cast.actor(operation), cast.things(), body);
      if (!isRefusedFor(bad, answer)) {
        failures.add(bad + ": answered " + answer.status() + " " + answer.text());
      }
    }

    assertThat(failures).isEmpty();
    assertThat(RowCounts.of(OneServerForAllTests.data())).isEqualTo(before);
  }

  private static void takesNone(Cast cast, Operation operation) throws IOException, SQLException {
    var body = new ObjectMapper().valueToTree(STRANGERS).toString();
    var before = RowCounts.of(OneServerForAllTests.data());

    var answer = operation.ask(cast.actor(operation), cast.things(), BodyPublishers.ofString(body));

    answer.expectProblem(422, "UNACCEPTABLE_REQUEST");
    assertThat(RowCounts.of(OneServerForAllTests.data())).isEqualTo(before);
  }

  private static boolean isRefusedFor(Bad bad, Api.Answer answer) {
    return answer.status() == 422
        && StreamSupport.stream(answer.json().path("errors").spliterator(), false)
            .anyMatch(
                error ->
                    error.path("pointer").asText().equals(bad.pointer())
                        && error.path("code").asText().equals("UNKNOWN_MEMBER"));
  }
}
