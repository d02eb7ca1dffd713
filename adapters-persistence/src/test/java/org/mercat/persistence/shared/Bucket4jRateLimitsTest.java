package org.mercat.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.application.shared.RateLimits;
import org.mercat.application.shared.RateLimits.Bucket;
import org.mercat.application.shared.RateLimitsContract;
import org.mercat.application.shared.SettableClock;

class Bucket4jRateLimitsTest implements RateLimitsContract {

  private static final byte[] SECRET = new byte[32];
  private static final String NOBODY_LISTENS = "jdbc:postgresql://127.0.0.1:9/mercat";

  private final SettableClock system = new SettableClock(Instant.parse("2026-11-21T09:00:00Z"));
  private final Bucket4jRateLimits limits = on(TestDatabase.application());

  @Override
  public RateLimits limits() {
    return limits;
  }

  @Override
  public RateLimits onAnotherNode() {
    return on(TestDatabase.application());
  }

  @Override
  public SettableClock system() {
    return system;
  }

  @Test
  void what_is_taken_within_work_that_fails_stays_taken() {
    var bucket = RateLimitsContract.bucket();
    var work = TestDatabase.unitOfWork();

    assertThatThrownBy(
            () ->
                work.run(
                    () -> {
                      assertThat(limits.take(bucket, 3).taken()).isEqualTo(3);
                      throw new IllegalStateException("failed");
                    }))
        .hasMessage("failed");

    assertThat(limits.take(bucket, 1).taken()).isZero();
  }

  @Test
  void no_holder_can_be_read_in_the_database() {
    var bucket = new Bucket(THREE_A_MINUTE, "ip 203.0.113.7");
    assertThat(limits.take(bucket, 1).taken()).isEqualTo(1);

    assertThat(rows("position('203.0.113.7'::bytea in holder || state) > 0")).isZero();
  }

  @Test
  void buckets_that_are_full_again_are_forgotten_and_others_are_not() {
    assertThat(limits.take(RateLimitsContract.bucket(), 3).taken()).isEqualTo(3);
    passTheEndOfAll();
    var young = RateLimitsContract.bucket();
    assertThat(limits.take(young, 3).taken()).isEqualTo(3);

    limits.pruning().work().run();

    assertThat(rows("expires_millis = 0")).isZero();
    assertThat(limits.take(young, 1).taken()).isZero();
  }

  @Test
  void a_database_that_does_not_answer_is_said_to_be_unavailable() {
    var nowhere = on(new UnpooledDataSource("org.postgresql.Driver", NOBODY_LISTENS, "nobody", ""));

    assertThatThrownBy(() -> nowhere.take(RateLimitsContract.bucket(), 1))
        .isInstanceOf(PortUnavailable.class);
    assertThatThrownBy(() -> nowhere.giveBack(RateLimitsContract.bucket()))
        .isInstanceOf(PortUnavailable.class);
  }

  private Bucket4jRateLimits on(DataSource database) {
    return new Bucket4jRateLimits(database, TestDatabase.SESSIONS, SECRET, system);
  }

  private static void passTheEndOfAll() {
    try (var connection = TestDatabase.application().getConnection();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("update rate_limit_bucket set expires_millis = 0"))
          .isPositive();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static int rows(String condition) {
    try (var connection = TestDatabase.application().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select count(*) from rate_limit_bucket where " + condition)) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
