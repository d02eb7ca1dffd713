package org.mercat.bootstrap;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.mercat.persistence.shared.JobRunner;

/** Jobs run from when all else has started until the first thing that stops. */
@Singleton
final class JobStart {
  private static final int LAST = Interceptor.Priority.LIBRARY_AFTER;

  private final JobRunner jobs;

  @Inject
  JobStart(JobRunner jobs) {
    this.jobs = jobs;
  }

  void begin(@Observes @Priority(LAST) Startup event) {
    jobs.start();
  }

  void end(@Observes Shutdown event) {
    jobs.close();
  }
}
