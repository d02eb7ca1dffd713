package org.mercat.application.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.Sealer.SealBroken;

/** What every adapter of {@link Sealer} promises. */
public interface SealerContract {

  String PURPOSE = "a test";
  byte[] PLAIN = "a secret of some length".getBytes(UTF_8);

  Sealer sealer();

  @Test
  default void what_was_sealed_can_be_opened() {
    assertThat(sealer().open(sealer().seal(PLAIN, PURPOSE), PURPOSE)).isEqualTo(PLAIN);
  }

  @Test
  default void nothing_at_all_can_be_sealed() {
    assertThat(sealer().open(sealer().seal(new byte[0], PURPOSE), PURPOSE)).isEmpty();
  }

  @Test
  default void the_seal_does_not_show_what_is_under_it() {
    assertThat(new String(sealer().seal(PLAIN, PURPOSE), UTF_8)).doesNotContain("secret");
  }

  @Test
  default void equal_things_are_sealed_differently() {
    assertThat(sealer().seal(PLAIN, PURPOSE)).isNotEqualTo(sealer().seal(PLAIN, PURPOSE));
  }

  @Test
  default void what_was_sealed_for_one_purpose_cannot_be_opened_for_another() {
    var sealed = sealer().seal(PLAIN, PURPOSE);

    assertThatThrownBy(() -> sealer().open(sealed, "another")).isInstanceOf(SealBroken.class);
  }

  @Test
  default void no_byte_can_be_changed() {
    var sealed = sealer().seal(PLAIN, PURPOSE);

    IntStream.range(0, sealed.length)
        .forEach(
            index -> {
              var changed = sealed.clone();
              changed[index] ^= 1;
              assertThatThrownBy(() -> sealer().open(changed, PURPOSE))
                  .isInstanceOf(SealBroken.class);
            });
  }

  @Test
  default void what_never_was_sealed_cannot_be_opened() {
    assertThatThrownBy(() -> sealer().open(new byte[0], PURPOSE)).isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> sealer().open(PLAIN, PURPOSE)).isInstanceOf(SealBroken.class);
  }
}
