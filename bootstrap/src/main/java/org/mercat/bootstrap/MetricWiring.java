package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.metric.MarketFigures;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;

/** The figures of the market. */
final class MetricWiring {

  @Produces
  @Singleton
  MarketFigures figures(Sessions sessions, UnitOfWork unitOfWork, SystemClock system) {
    return new MarketFigures(sessions, unitOfWork, system);
  }
}
