package org.mercat.bootstrap;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that the environment decides, read once and complete. */
public record Settings(
    Profile profile,
    int httpPort,
    Path dataDir,
    Optional<Database> database,
    Login admin,
    SettingsForPayments payments,
    GoodsTax goodsTax,
    SettingsForOperations operations,
    SettingsForRates rates,
    SettingsForMessages messages,
    DataKeys dataKeys,
    OutsideIssuers outsideIssuers,
    int sessionRetentionDays,
    List<String> jvmOptions) {

  /** What the server is run for. */
  public enum Profile {
    DEV,
    TEST,
    PROD
  }

  /** Where issuers outside may show their keys. */
  public enum OutsideIssuers {
    /** On the public internet, over TLS. */
    PUBLIC,
    /** On this machine over http as well. */
    LOOPBACK
  }

  /** Who collects the tax on goods of sellers that are not registered for it. */
  public enum GoodsTax {
    PLATFORM,
    NOBODY
  }

  /**
   * What secrets in the database are sealed with, each 32 bytes in base 64; the first one seals.
   * Empty when the launcher is to make one.
   */
  public record DataKeys(List<String> base64) {
    @Override
    public String toString() {
      return base64.size() + " keys";
    }
  }

  /** A name and its secret. */
  public record Login(String name, String password) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A database outside, or the embedded one as the launcher hands it to the server. */
  public record Database(String url, Login application, Login owner) {}

  /** Reads the environment or says everything that is wrong with it. */
  public static Settings read(Map<String, String> environment) {
    return new SettingsReader(environment).read();
  }

  /** The address that the server binds: everything in production, this machine otherwise. */
  public String httpHost() {
    return profile == Profile.PROD ? "*" : "localhost";
  }
}
