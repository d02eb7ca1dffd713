package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mercat.bootstrap.e2e.BadBodies.Bad;
import org.mercat.bootstrap.e2e.Contract.Operation;

/**
 * Every operation of the served contract is sent bodies with one thing wrong in each. It refuses
 * them with a problem that it documents and that points at the member, and nothing is changed.
 */
class BadInputIT {

  private final Market market = Market.shared();
  private final Contract contract = Contract.of(market);

  @TestFactory
  Stream<DynamicTest> every_operation_refuses_what_it_documents_as_wrong() {
    var cast = Cast.of(market);
    return contract
        .operations()
        .filter(Operation::takesJson)
        .filter(operation -> !operation.path().startsWith("/webhooks"))
        .map(
            operation ->
                DynamicTest.dynamicTest(operation.toString(), () -> refuses(cast, operation)));
  }

  private void refuses(Cast cast, Operation operation) throws IOException, SQLException {
    var example = cast.things().in(operation.content().path("example"));
    var patch = operation.form().contains("merge-patch");
    var failures = new ArrayList<String>();
    var before = RowCounts.of(OneServerForAllTests.data());

    for (var bad :
        BadBodies.of(contract.document(), operation.content().path("schema"), example, patch)) {
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
    var body = BodyPublishers.ofString(bad.body().toString());
    return operation.ask(cast.actor(operation), cast.things(), body);
  }
}
