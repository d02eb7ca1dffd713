package org.mercat.bootstrap;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.mercat.application.audit.AuditEntries;
import org.mercat.application.audit.PruneSystemEvents;
import org.mercat.application.audit.RecordDisclosure;
import org.mercat.application.audit.RecordEvent;
import org.mercat.application.audit.RecordIncident;
import org.mercat.application.audit.SealAuditTrail;
import org.mercat.application.audit.SystemEventList;
import org.mercat.application.audit.VerifyAuditTrail;
import org.mercat.application.audit.port.AuditChain;
import org.mercat.application.audit.port.AuditTrail;
import org.mercat.application.audit.port.SystemEventLog;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.Sealer;
import org.mercat.application.shared.SecurityLog;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.persistence.audit.MyBatisAuditChain;
import org.mercat.persistence.audit.MyBatisAuditTrail;
import org.mercat.persistence.audit.MyBatisSystemEventLog;
import org.mercat.persistence.audit.WrittenLater;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;

/** What was done and what happened, and for how long it is known. */
final class AuditWiring {
  private static final int FIRST = Interceptor.Priority.LIBRARY_BEFORE;

  @Produces
  @Singleton
  AuditTrail trail(Sessions sessions) {
    return new MyBatisAuditTrail(sessions);
  }

  @Produces
  @Singleton
  AuditChain chain(Sessions sessions) {
    return new MyBatisAuditChain(sessions);
  }

  @Produces
  @Singleton
  SystemEventLog systemEventLog(Sessions sessions) {
    return new MyBatisSystemEventLog(sessions);
  }

  @Produces
  @Singleton
  @Typed({WrittenLater.class, SystemEvents.class})
  WrittenLater systemEvents(
      SystemEventLog log,
      @InRole(value = DatabaseRole.MARKET, because = "what happened to the system is no person's")
          UnitOfWork unitOfWork) {
    return new WrittenLater(log, unitOfWork);
  }

  void close(@Disposes WrittenLater systemEvents) {
    systemEvents.close();
  }

  @Produces
  @Singleton
  Disclosures disclosures(AuditTrail trail) {
    return new RecordDisclosure(trail)::handle;
  }

  @Produces
  @Singleton
  SecurityLog securityLog(AuditTrail trail, UnitOfWork unitOfWork) {
    return new RecordIncident(trail, unitOfWork)::handle;
  }

  @Produces
  @Singleton
  AuditEntries auditEntries(Access access, AuditTrail trail, UnitOfWork unitOfWork) {
    return new AuditEntries(access, trail, unitOfWork);
  }

  @Produces
  @Singleton
  VerifyAuditTrail verifyAuditTrail(
      Access access, AuditChain chain, Sealer sealer, UnitOfWork unitOfWork) {
    return new VerifyAuditTrail(access, chain, sealer, unitOfWork);
  }

  @Produces
  @Singleton
  SystemEventList systemEventList(Access access, SystemEventLog log, UnitOfWork unitOfWork) {
    return new SystemEventList(access, log, unitOfWork);
  }

  @Produces
  @Singleton
  Job sealAuditTrail(AuditChain chain, Sealer sealer, UnitOfWork unitOfWork) {
    SealAuditTrail seal = new SealAuditTrail(chain, sealer, unitOfWork);
    return new Job(
        "seal-audit-trail",
        Duration.ofSeconds(1),
        Job.Due.BY_SYSTEM,
        () -> {
          int _ = seal.handle();
        });
  }

  @Produces
  @Singleton
  Job pruneSystemEvents(
      Settings settings, SystemEventLog log, UnitOfWork unitOfWork, SystemClock system) {
    PruneSystemEvents prune =
        new PruneSystemEvents(log, kept(settings.operations()), unitOfWork, system);
    return new Job(
        "prune-system-events",
        Duration.ofHours(1),
        Job.Due.BY_SYSTEM,
        () -> {
          int _ = prune.handle();
        });
  }

  private static Map<Level, Duration> kept(SettingsForOperations settings) {
    return settings.systemEvents().entrySet().stream()
        .collect(
            toMap(
                each -> Level.valueOf(each.getKey().toUpperCase(Locale.ROOT)),
                Map.Entry::getValue));
  }

  /** Before anything is done, so that nothing is done unseen. */
  void react(@Observes @Priority(FIRST) Startup event, Reactions reactions, AuditTrail trail) {
    reactions.on(DomainEvent.class, new RecordEvent(trail)::handle);
  }
}
