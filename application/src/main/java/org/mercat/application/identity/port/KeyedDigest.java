package org.mercat.application.identity.port;

/**
 * Driven port: makes of a text a key that tells nothing of it to whoever has not our secret, not
 * even to whoever can try every text. Every adapter must pass {@code KeyedDigestContract}.
 */
public interface KeyedDigest {

  /** Always the same for the same text, in at most 100 letters and digits. */
  String of(String text);
}
