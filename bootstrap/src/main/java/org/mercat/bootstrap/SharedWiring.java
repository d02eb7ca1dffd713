package org.mercat.bootstrap;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.MarketTime;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.Sealer;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.WalkMarketTime;
import org.mercat.application.shared.ZoneBook;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.Entry;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.JobRunner;
import org.mercat.persistence.shared.MyBatisEventOutbox;
import org.mercat.persistence.shared.MyBatisKeptAnswers;
import org.mercat.persistence.shared.MyBatisMarketClock;
import org.mercat.persistence.shared.MyBatisSessions;
import org.mercat.persistence.shared.MyBatisUnitOfWork;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;
import org.mercat.persistence.shared.SystemMarketClock;
import org.mercat.persistence.shared.WatchedUnitOfWork;
import org.mercat.zones.joda.JodaZoneBook;

/**
 * What all contexts share. A context adds a {@link Job} by a producer of its own, and its reactions
 * when the server starts.
 */
final class SharedWiring {

  @Produces
  @Singleton
  Sessions sessions(HikariDataSource pool) {
    return MyBatisSessions.of(pool);
  }

  @Produces
  @Singleton
  Access access() {
    return new AccessRules();
  }

  @Produces
  @Singleton
  UnitOfWork unitOfWork(Sessions sessions, Instance<SystemEvents> systemEvents) {
    return new WatchedUnitOfWork(new MyBatisUnitOfWork(sessions), systemEvents::get);
  }

  @Produces
  @Singleton
  @InRole(DatabaseRole.MARKET)
  UnitOfWork marketsUnitOfWork(Sessions sessions, Instance<SystemEvents> systemEvents) {
    return inRole(DatabaseRole.MARKET, sessions, systemEvents);
  }

  @Produces
  @Singleton
  @InRole(DatabaseRole.AUTHENTICATOR)
  UnitOfWork authenticatorsUnitOfWork(Sessions sessions, Instance<SystemEvents> systemEvents) {
    return inRole(DatabaseRole.AUTHENTICATOR, sessions, systemEvents);
  }

  @Produces
  @Singleton
  @InRole(DatabaseRole.CALENDAR)
  UnitOfWork calendarsUnitOfWork(Sessions sessions, Instance<SystemEvents> systemEvents) {
    return inRole(DatabaseRole.CALENDAR, sessions, systemEvents);
  }

  private static UnitOfWork inRole(
      DatabaseRole role, Sessions sessions, Instance<SystemEvents> systemEvents) {
    return new WatchedUnitOfWork(new MyBatisUnitOfWork(sessions, role), systemEvents::get);
  }

  @Produces
  @Singleton
  Reactions reactions() {
    return new Reactions();
  }

  @Produces
  @Singleton
  EventOutbox outbox(Sessions sessions, Reactions reactions) {
    return new MyBatisEventOutbox(sessions, reactions);
  }

  @Produces
  @Singleton
  MyBatisKeptAnswers keptAnswers(Sessions sessions, Sealer sealer) {
    return new MyBatisKeptAnswers(sessions, Entry::now, sealer);
  }

  @Produces
  @Singleton
  Job pruneKeys(MyBatisKeptAnswers answers) {
    return answers.pruning();
  }

  @Produces
  @Singleton
  ZoneBook zones() {
    return JodaZoneBook.shipped();
  }

  @Produces
  @Singleton
  SystemClock system() {
    return new SystemClock();
  }

  @Produces
  @Singleton
  MarketClock market(Settings settings, Sessions sessions, SystemClock system) {
    return settings.profile() == Settings.Profile.TEST
        ? new MyBatisMarketClock(sessions, system)
        : new SystemMarketClock(system);
  }

  @Produces
  @Singleton
  JobRunner jobs(
      HikariDataSource pool,
      Sessions sessions,
      SystemEvents systemEvents,
      @Any Instance<Job> jobs) {
    return new JobRunner(pool, sessions, systemEvents, jobs.stream().toList());
  }

  @Produces
  @Singleton
  MarketTime marketTime(Access access, MarketClock market) {
    return new MarketTime(access, market);
  }

  /** Only tests walk through the market's time. */
  @Produces
  @Dependent
  Optional<WalkMarketTime> walk(
      Access access, Settings settings, MarketClock market, JobRunner jobs) {
    return settings.profile() == Settings.Profile.TEST
        ? Optional.of(new WalkMarketTime(access, market, jobs::runMarketJobs))
        : Optional.empty();
  }
}
