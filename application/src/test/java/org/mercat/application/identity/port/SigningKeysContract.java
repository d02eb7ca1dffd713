package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleGrants.FROM;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Collections;
import java.util.List;
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
  default void there_is_none_at_first() {
    assertThat(all()).isEmpty();
  }

  @Test
  default void keys_come_in_their_order_and_stay_what_they_are() {
    var first = added(1).getFirst();
    var second = unitOfWork().run(() -> added(2, 60)).getLast();

    assertThat(all()).containsExactly(first, second);
    assertThat(first.number()).isEqualTo(1);
    assertThat(first.from()).isEqualTo(FROM);
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.from()).isEqualTo(FROM.plusSeconds(60));
    assertThat(second.id()).isNotEqualTo(first.id());
  }

  @Test
  default void a_number_is_given_once() {
    var first = added(1);

    assertThat(unitOfWork().run(() -> added(1, 60))).isEqualTo(first);
  }

  @Test
  default void a_key_that_was_removed_is_gone() {
    var keys = added(1);
    var rest = unitOfWork().run(() -> added(2, 60)).subList(1, 2);

    var left =
        unitOfWork()
            .run(
                () -> {
                  keys().remove(keys.getFirst().id());
                  keys().remove("another");
                  return keys().all();
                });

    assertThat(left).isEqualTo(rest);
  }

  @Test
  default void keys_are_of_the_curve_they_should_be_and_fit_together() throws Exception {
    var key = added(1).getFirst();

    assertThat(key.secret().getAlgorithm()).isEqualTo("EC");
    assertThat(key.known().getEncoded()).hasSize(91);
    assertThat(isSigned(key)).isTrue();
  }

  @Test
  default void nodes_that_start_together_make_one_key() throws Exception {
    var start = new CyclicBarrier(4);
    Callable<List<SigningKey>> node =
        () -> {
          start.await();
          return added(1);
        };

    try (var executor = Executors.newFixedThreadPool(4)) {
      var found =
          executor.invokeAll(Collections.nCopies(4, node)).stream().map(Future::resultNow).toList();
      assertThat(found).hasSize(4).containsOnly(all());
    }
  }

  private static boolean isSigned(SigningKey key) throws GeneralSecurityException {
    var message = new byte[] {1, 2, 3};
    var signing = Signature.getInstance("SHA256withECDSA");
    signing.initSign(key.secret());
    signing.update(message);
    var signature = signing.sign();
    signing.initVerify(key.known());
    signing.update(message);
    return signing.verify(signature);
  }

  private List<SigningKey> added(int number) {
    return unitOfWork().run(() -> added(number, 0));
  }

  private List<SigningKey> added(int number, int seconds) {
    keys().add(number, FROM.plusSeconds(seconds));
    return keys().all();
  }

  private List<SigningKey> all() {
    return unitOfWork().run(() -> keys().all());
  }
}
