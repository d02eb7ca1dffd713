package org.mercat.bootstrap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started: everything that has to happen before serving has happened. */
@Startup
@Singleton
final class StartCheck implements HealthCheck {
  private final ServerStart start;

  @Inject
  StartCheck(ServerStart start) {
    this.start = start;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("start").status(start.isDone()).build();
  }
}
