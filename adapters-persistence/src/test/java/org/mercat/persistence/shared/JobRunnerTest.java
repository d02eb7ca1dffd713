package org.mercat.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.audit.port.InMemorySystemEvents;
import org.mercat.application.shared.Acting;
import org.mercat.domain.tenancy.TenantId;

class JobRunnerTest {

  private static final Duration OFTEN = Duration.ofMillis(5);
  private static final long PATIENCE_SECONDS = 60;

  private final TenantId second = TestDatabase.newTenant();
  private final InMemorySystemEvents systemEvents = new InMemorySystemEvents();
  private final ConcurrentLinkedQueue<TenantId> served = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void a_second_tenant() throws SQLException {
    asOwner("insert into tenant (tenant_id, name, slug) values ('%s', 'Second', 'second')");
  }

  @AfterEach
  void goes() throws SQLException {
    asOwner("delete from tenant where tenant_id = '%s'");
  }

  @Test
  void a_job_is_done_for_every_tenant() {
    try (var runner = runner(job(Job.Due.BY_MARKET, () -> served.add(Acting.now().tenant())))) {
      runner.runMarketJobs();
    }

    assertThat(served).containsExactlyInAnyOrder(TenantId.DEFAULT, second);
  }

  @Test
  void a_tenant_that_fails_does_not_stop_the_others() {
    var reason = new IllegalStateException("planted");
    Runnable fails =
        () -> {
          served.add(Acting.now().tenant());
          throw reason;
        };

    try (var runner = runner(job(Job.Due.BY_MARKET, fails))) {
      assertThatThrownBy(runner::runMarketJobs)
          .isInstanceOf(JobRunner.JobFailed.class)
          .hasSuppressedException(reason);
    }

    assertThat(served).containsExactlyInAnyOrder(TenantId.DEFAULT, second);
    assertThat(systemEvents.reported())
        .hasSize(2)
        .allSatisfy(
            event ->
                assertThat(event.context())
                    .containsEntry("failure", "IllegalStateException")
                    .doesNotContainValue("planted"));
  }

  @Test
  void jobs_of_the_system_wait_for_their_turn() {
    try (var runner = runner(job(Job.Due.BY_SYSTEM, () -> served.add(Acting.now().tenant())))) {
      runner.runMarketJobs();
    }

    assertThat(served).isEmpty();
  }

  @Test
  void outside_of_a_job_the_tenant_is_the_default_one() {
    assertThat(Acting.now().tenant()).isEqualTo(TenantId.DEFAULT);
  }

  @Test
  void jobs_come_round_again_and_again() throws InterruptedException {
    var rounds = new CountDownLatch(6);

    try (var runner = runner(job(Job.Due.BY_SYSTEM, rounds::countDown))) {
      runner.start();

      assertThat(rounds.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_job_that_failed_comes_round_again() throws InterruptedException {
    var rounds = new CountDownLatch(6);
    Runnable fails =
        () -> {
          rounds.countDown();
          throw new IllegalStateException("planted");
        };

    try (var runner = runner(job(Job.Due.BY_SYSTEM, fails))) {
      runner.start();

      assertThat(rounds.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void two_nodes_do_not_have_one_job_at_once() throws InterruptedException {
    var atWork = new AtomicInteger();
    var together = new AtomicInteger();
    var rounds = new CountDownLatch(20);
    var shared =
        job(
            Job.Due.BY_SYSTEM,
            () -> {
              together.accumulateAndGet(atWork.incrementAndGet(), Math::max);
              atWork.decrementAndGet();
              rounds.countDown();
            });

    try (var here = runner(shared);
        var there = runner(shared)) {
      here.start();
      there.start();
      assertThat(rounds.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(together).hasValue(1);
  }

  private JobRunner runner(Job job) {
    return new JobRunner(
        TestDatabase.application(), TestDatabase.SESSIONS, systemEvents, List.of(job), OFTEN);
  }

  private static Job job(Job.Due clock, Runnable work) {
    return new Job("planted-" + UUID.randomUUID(), OFTEN, clock, work);
  }

  private void asOwner(String sql) throws SQLException {
    try (var connection = TestDatabase.owner().getConnection()) {
      Sql.execute(connection, sql.formatted(second.value()));
    }
  }
}
