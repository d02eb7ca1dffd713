package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;
import org.mercat.application.shared.Sealer;
import org.mercat.persistence.shared.AesSealer;

/** What keeps secrets in the database from whoever reads it. */
final class SecretWiring {

  @Produces
  @Singleton
  Sealer sealer(Settings settings) {
    List<byte[]> keys =
        settings.dataKeys().base64().stream().map(Base64.getDecoder()::decode).toList();
    if (keys.isEmpty()) {
      throw new IllegalStateException("MERCAT_DATA_KEY is not set.");
    }
    return new AesSealer(keys);
  }
}
