package org.mercat.bootstrap;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Base64;
import javax.sql.DataSource;
import org.mercat.payments.sandbox.Sandbox;
import org.mercat.payments.sandbox.SandboxDatabase;
import org.mercat.payments.sandbox.SandboxSchema;
import org.mercat.persistence.identity.HmacKeyedDigest;
import org.mercat.persistence.shared.SystemClock;
import org.mercat.rest.shared.Api;
import org.postgresql.ds.PGSimpleDataSource;

/** The sandbox as the payment provider: books of its own in the same database, in a pool apart. */
final class SandboxWiring {

  @Produces
  @Singleton
  Sandbox sandbox(Settings settings, SystemClock system) {
    if (settings.payments().provider() != SettingsForPayments.Provider.SANDBOX) {
      throw new IllegalStateException("The sandbox does not move the money here.");
    }
    Settings.Database database =
        settings
            .database()
            .orElseThrow(() -> new IllegalStateException("MERCAT_DB_URL is not set."));
    Settings.Login application = database.application();
    SandboxSchema.prepare(owner(database), application.name());
    SandboxDatabase books =
        SandboxDatabase.open(database.url(), application.name(), application.password());
    URI api = URI.create("http://localhost:" + settings.httpPort() + Api.BASE);
    boolean controlled = settings.profile() == Settings.Profile.TEST;
    return Sandbox.open(books, new Sandbox.Place(api, controlled, webhookSecret(settings)), system);
  }

  /** Every node makes the same one of the data key; it is no other's secret. */
  private static String webhookSecret(Settings settings) {
    byte[] secret = Base64.getDecoder().decode(settings.dataKeys().base64().getFirst());
    return new HmacKeyedDigest(secret, "webhooks").of("sandbox");
  }

  void close(@Disposes Sandbox sandbox) {
    sandbox.close();
  }

  private static DataSource owner(Settings.Database database) {
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setUrl(database.url());
    owner.setUser(database.owner().name());
    owner.setPassword(database.owner().password());
    return owner;
  }
}
