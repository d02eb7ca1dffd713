package org.mercat.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.Sealer;
import org.mercat.application.shared.Sealer.SealBroken;
import org.mercat.application.shared.SealerContract;

class AesSealerTest implements SealerContract {

  private final Sealer sealer = new AesSealer(List.of(key(1)));

  @Override
  public Sealer sealer() {
    return sealer;
  }

  @Test
  void another_node_with_the_same_key_can_open_it() {
    var sealed = sealer.seal(PLAIN, PURPOSE);

    assertThat(new AesSealer(List.of(key(1))).open(sealed, PURPOSE)).isEqualTo(PLAIN);
  }

  @Test
  void an_older_key_still_opens_and_seals_no_more() {
    var old = sealer.seal(PLAIN, PURPOSE);

    var rotated = new AesSealer(List.of(key(2), key(1)));

    assertThat(rotated.open(old, PURPOSE)).isEqualTo(PLAIN);
    var fresh = rotated.seal(PLAIN, PURPOSE);
    assertThatThrownBy(() -> sealer.open(fresh, PURPOSE)).isInstanceOf(SealBroken.class);
  }

  @Test
  void the_key_is_found_also_when_two_keys_have_the_same_first_byte() {
    var keys = IntStream.rangeClosed(0, 256).mapToObj(AesSealerTest::key).toList();
    var seals = keys.stream().map(key -> new AesSealer(List.of(key)).seal(PLAIN, PURPOSE)).toList();

    var all = new AesSealer(keys);

    assertThat(seals).allSatisfy(seal -> assertThat(all.open(seal, PURPOSE)).isEqualTo(PLAIN));
  }

  @Test
  void a_key_of_another_length_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AesSealer(List.of(Arrays.copyOf(key(1), 16))));
    assertThatIllegalArgumentException().isThrownBy(() -> new AesSealer(List.of()));
  }

  private static byte[] key(int number) {
    var key = new byte[AesSealer.KEY_BYTES];
    key[0] = (byte) number;
    key[1] = (byte) (number >> 8);
    return key;
  }
}
