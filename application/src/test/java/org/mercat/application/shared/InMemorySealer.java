package org.mercat.application.shared;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A seal is a name without meaning; what is under it stays in this object. */
public final class InMemorySealer implements Sealer {

  private record Kept(String plain, String purpose) {}

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  @Override
  public byte[] seal(byte[] plain, String purpose) {
    var name = UUID.randomUUID().toString();
    kept.put(name, new Kept(new String(plain, ISO_8859_1), purpose));
    return name.getBytes(UTF_8);
  }

  @Override
  public byte[] open(byte[] sealed, String purpose) {
    var found = kept.get(new String(sealed, UTF_8));
    if (found == null || !found.purpose().equals(purpose)) {
      throw new SealBroken("not sealed for " + purpose);
    }
    return found.plain().getBytes(ISO_8859_1);
  }
}
