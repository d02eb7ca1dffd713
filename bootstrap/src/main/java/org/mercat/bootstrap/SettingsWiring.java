package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The settings of this process. */
final class SettingsWiring {

  @Produces
  @Singleton
  Settings settings() {
    return Refusal.orEnd(() -> Settings.read(System.getenv()));
  }
}
