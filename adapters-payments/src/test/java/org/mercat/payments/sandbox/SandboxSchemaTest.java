package org.mercat.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SandboxSchemaTest {

  @Test
  void several_nodes_that_start_at_once_prepare_one_schema()
      throws InterruptedException, ExecutionException {
    var database = SandboxTestDatabase.empty();
    Callable<Boolean> node =
        () -> {
          SandboxSchema.prepare(database.owner(), SandboxTestDatabase.ROLE);
          return true;
        };

    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var prepared : nodes.invokeAll(IntStream.range(0, 8).mapToObj(_ -> node).toList())) {
        assertThat(prepared.get()).isTrue();
      }
    }

    try (var books = database.open()) {
      assertThat(books.run(DeliveryRules::read)).isEqualTo(DeliveryRules.USUAL);
    }
  }

  @Test
  void the_role_that_works_in_it_owns_nothing_in_it() {
    var database = SandboxTestDatabase.prepared();

    assertThatThrownBy(
            () ->
                SandboxTestDatabase.execute(
                    database.application(), "drop table sandbox.onboarding_link"))
        .hasMessageContaining("must be owner");
  }

  @Test
  void only_a_plain_name_is_granted_anything() {
    var database = SandboxTestDatabase.empty();

    assertThatThrownBy(() -> SandboxSchema.prepare(database.owner(), "app; drop schema sandbox"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
