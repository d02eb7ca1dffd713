package org.mercat.application.identity.port;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.tenancy.TenantId;

/** Every tenant has keys of its own. */
public final class InMemorySigningKeys implements SigningKeys, Store {

  private record Place(TenantId tenant, int number) {}

  private Map<Place, SigningKey> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public List<SigningKey> all() {
    return stored.entrySet().stream()
        .filter(entry -> entry.getKey().tenant().equals(Acting.now().tenant()))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparingInt(SigningKey::number))
        .toList();
  }

  @Override
  public void add(int number, Instant from) {
    var place = new Place(Acting.now().tenant(), number);
    var _ = stored.computeIfAbsent(place, _ -> generated(number, from));
  }

  @Override
  public void remove(String id) {
    stored.values().removeIf(key -> key.id().equals(id));
  }

  private static SigningKey generated(int number, Instant from) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      var id = UUID.randomUUID().toString();
      return new SigningKey(id, number, from, pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has P-256", impossible);
    }
  }
}
