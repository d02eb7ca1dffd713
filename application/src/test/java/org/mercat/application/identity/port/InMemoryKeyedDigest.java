package org.mercat.application.identity.port;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what it has made of each text. */
public final class InMemoryKeyedDigest implements KeyedDigest {

  private final Map<String, String> made = new ConcurrentHashMap<>();

  @Override
  public String of(String text) {
    return made.computeIfAbsent(text, _ -> UUID.randomUUID().toString().replace("-", ""));
  }
}
