package org.mercat.bootstrap.e2e;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mercat.bootstrap.e2e.Contract.Operation;
import org.mercat.bootstrap.e2e.Contract.Things;
import org.mercat.bootstrap.e2e.Market.Place;

/** What persons may do, and whether the contract tells the truth about it. */
class PermissionsIT {

  private static final List<String> ALL_ROLES =
      List.of("client", "provider", "driver", "admin", "super_admin");

  private final Market market = Market.shared();
  private final Api admin = market.admin();

  /** Somebody who may do everything is refused what takes the one permission that is denied. */
  @TestFactory
  Stream<DynamicTest> who_lacks_the_permission_of_an_operation_is_refused() {
    var contract = Contract.of(market);
    var somebody = market.provider(Place.TORONTO, Market.hourly(5_000));
    var account = account(somebody.api());
    give(account, ALL_ROLES);
    assertThat(permit(account, List.of("BOOKING_PLACE"), List.of()).path("permissions"))
        .containsExactlyInAnyOrderElementsOf(
            contract.document().at("/components/schemas/Permission/enum"));

    var things = new Things(Map.of("listings", somebody.listing()), Map.of());
    var operations =
        contract
            .operations()
            .filter(Operation::needsPermission)
            .collect(groupingBy(Operation::permission));
    return new TreeMap<>(operations)
        .entrySet().stream()
            .map(
                entry ->
                    DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> {
                          var _ = permit(account, List.of(), List.of(entry.getKey()));
                          assertRefused(somebody.api(), entry.getValue(), things);
                        }));
  }

  @Test
  void a_role_that_is_given_and_taken_works_at_once() {
    var client = market.client();
    var account = account(client);
    client.get("/providers/me").expectProblem(403, "FORBIDDEN");

    give(account, List.of("client", "provider"));
    client.get("/providers/me").expectProblem(404, "NOT_FOUND");

    give(account, List.of("client"));
    client.get("/providers/me").expectProblem(403, "FORBIDDEN");
  }

  private static void assertRefused(Api api, List<Operation> operations, Things things) {
    assertThat(operations)
        .allSatisfy(operation -> operation.ask(api, things).expectProblem(403, "FORBIDDEN"));
  }

  private void give(String account, List<String> roles) {
    var _ =
        admin
            .putOver(account + "/permissions", account + "/roles", Map.of("roles", roles))
            .expect(200);
  }

  private JsonNode permit(String account, List<String> grants, List<String> denials) {
    return admin
        .putOver(account + "/permissions", Map.of("grants", grants, "denials", denials))
        .expect(200)
        .json();
  }

  private static String account(Api somebody) {
    return "/admin/users/" + somebody.get("/auth/me").expect(200).id();
  }
}
