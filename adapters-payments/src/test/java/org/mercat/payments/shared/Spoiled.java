package org.mercat.payments.shared;

import java.util.Arrays;
import java.util.Random;

/** What arrives when something goes wrong on the way, or somebody means ill. */
public final class Spoiled {

  private Spoiled() {}

  /** Left alone, cut short, with some bytes changed, or nothing but noise. */
  public static byte[] of(byte[] good, Random dice) {
    var bytes = good.clone();
    return switch (dice.nextInt(4)) {
      case 0 -> bytes;
      case 1 -> Arrays.copyOf(bytes, dice.nextInt(bytes.length));
      case 2 -> {
        for (var change = dice.nextInt(8); change >= 0; change--) {
          bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt(256);
        }
        yield bytes;
      }
      default -> {
        var noise = new byte[dice.nextInt(2_000)];
        dice.nextBytes(noise);
        yield noise;
      }
    };
  }
}
