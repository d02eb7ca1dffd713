package org.mercat.application.identity.port;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;

public final class InMemorySigningKeys implements SigningKeys, Store {

  private Map<String, SigningKey> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public SigningKey current() {
    return stored.values().stream().findFirst().orElseGet(this::first);
  }

  @Override
  public Optional<SigningKey> find(String id) {
    return Optional.ofNullable(stored.get(id));
  }

  private SigningKey first() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      var key = new SigningKey(UUID.randomUUID().toString(), pair.getPrivate(), pair.getPublic());
      stored.put(key.id(), key);
      return key;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has P-256", impossible);
    }
  }
}
