package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.SigningKeys.SigningKey;
import org.mercat.application.shared.UnitOfWork;

/** What every adapter of {@link SigningKeys} promises. */
public interface SigningKeysContract {

  SigningKeys keys();

  UnitOfWork unitOfWork();

  @Test
  default void the_first_key_stays() {
    var first = current();

    assertThat(current()).isEqualTo(first);
    assertThat(unitOfWork().run(() -> keys().find(first.id()))).contains(first);
  }

  @Test
  default void finds_nothing_under_an_unknown_id() {
    assertThat(unitOfWork().run(() -> keys().find("another"))).isEmpty();
  }

  @Test
  default void keys_are_of_the_curve_they_should_be() {
    var key = current();

    assertThat(key.secret().getAlgorithm()).isEqualTo("EC");
    assertThat(key.known().getEncoded()).hasSize(91);
  }

  @Test
  default void nodes_that_start_together_sign_with_one_key() throws Exception {
    var start = new CyclicBarrier(4);
    Callable<String> node =
        () -> {
          start.await();
          return current().id();
        };

    try (var executor = Executors.newFixedThreadPool(4)) {
      var ids =
          executor.invokeAll(Collections.nCopies(4, node)).stream().map(Future::resultNow).toList();
      assertThat(ids).hasSize(4).containsOnly(current().id());
    }
  }

  private SigningKey current() {
    return unitOfWork().run(() -> keys().current());
  }
}
