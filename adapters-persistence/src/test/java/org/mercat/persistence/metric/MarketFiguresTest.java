package org.mercat.persistence.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.booking.port.SampleBookings.NOON;
import static org.mercat.application.booking.port.SampleBookings.placed;
import static org.mercat.application.payment.port.SamplePayments.cad;
import static org.mercat.application.payment.port.SamplePayments.taken;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.audit.RecordIncident;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.shared.SecurityLog.Incident;
import org.mercat.application.shared.SettableClock;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.persistence.audit.MyBatisAuditTrail;
import org.mercat.persistence.booking.KnownParties;
import org.mercat.persistence.booking.MyBatisBookings;
import org.mercat.persistence.payment.MyBatisGatewayInbox;
import org.mercat.persistence.payment.MyBatisLedger;
import org.mercat.persistence.shared.MyBatisUnitOfWork;
import org.mercat.persistence.shared.TestDatabase;

class MarketFiguresTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private final KnownParties parties = new KnownParties();
  private final SettableClock clock = new SettableClock(NOW);
  private final MarketFigures figures =
      new MarketFigures(TestDatabase.SESSIONS, new MyBatisUnitOfWork(TestDatabase.SESSIONS), clock);

  @BeforeEach
  void a_second_tenant() throws SQLException {
    asOwner("insert into tenant (tenant_id, name, slug) values ('%s', 'Second', 'figures')");
  }

  @AfterEach
  void no_second_tenant() throws SQLException {
    asOwner("delete from tenant where tenant_id = '%s'");
  }

  @Test
  void what_a_tenant_has_is_in_the_figures_of_all() {
    var known = parties.any();
    var before = figures.take();

    var kept =
        parties
            .unitOfWork()
            .run(
                () -> {
                  var bookings = new MyBatisBookings(TestDatabase.SESSIONS);
                  var booking = placed(bookings.nextId(), known, NOON);
                  assertThat(bookings.add(booking)).isEqualTo(Bookings.Addition.ADDED);
                  new MyBatisLedger(TestDatabase.SESSIONS)
                      .post(taken("figures-1", booking.id(), cad(1_000)));
                  return new MyBatisGatewayInbox(TestDatabase.SESSIONS).keep(message(), NOW);
                });
    assertThat(kept).isTrue();
    clock.advance(MarketFigures.FRESH);
    var after = figures.take();

    assertThat(grown(Measure.BOOKINGS, "awaiting_payment", before, after)).isEqualTo(1);
    assertThat(grown(Measure.OPEN_HOLDS, "", before, after)).isEqualTo(1);
    assertThat(grown(Measure.ESCROW_HELD, "CAD", before, after)).isEqualTo(1_000);
    assertThat(grown(Measure.GATEWAY_EVENTS, "open", before, after)).isEqualTo(1);
  }

  @Test
  void what_may_be_an_attack_is_counted_in_all_tenants_even_when_there_is_none() {
    var before = figures.take();
    var log =
        new RecordIncident(new MyBatisAuditTrail(TestDatabase.SESSIONS), parties.unitOfWork());

    log.handle(Incident.SIGN_IN_FAILED, new Subject("user", UUID.randomUUID()));
    log.handle(Incident.SIGN_IN_FAILED, new Subject("user", UUID.randomUUID()));
    clock.advance(MarketFigures.FRESH);
    var after = figures.take();

    assertThat(grown(Measure.SECURITY_EVENTS, "sign_in_failed", before, after)).isEqualTo(2);
    assertThat(after)
        .filteredOn(figure -> figure.measure() == Measure.SECURITY_EVENTS)
        .extracting(Figure::kind)
        .containsExactlyInAnyOrder(
            "sign_in_failed", "sign_in_locked", "refresh_token_reused", "foreign_token");
  }

  @Test
  void how_large_tables_are_is_told_of_each_with_its_partitions() {
    var taken = figures.take();

    assertThat(amount(Measure.TABLE_BYTES, "booking", taken)).isPositive();
    assertThat(taken).extracting(Figure::kind).doesNotContain("booking_any_time");
  }

  @Test
  void the_database_is_asked_at_most_once_in_a_while() {
    var first = figures.take();

    clock.advance(MarketFigures.FRESH.minusMillis(1));
    assertThat(figures.take()).isSameAs(first);

    clock.advance(Duration.ofMillis(1));
    assertThat(figures.take()).isNotSameAs(first);
  }

  @Test
  void of_ages_the_greatest_is_told_and_of_amounts_the_sum() {
    assertThat(Measure.GATEWAY_EVENT_AGE.together(3, 5)).isEqualTo(5);
    assertThat(Measure.OPEN_HOLDS.together(3, 5)).isEqualTo(8);
  }

  private static Message message() {
    return new Message("sandbox", "figures-1", Kind.PAYMENT_CHANGED, Optional.of("x"), "{}");
  }

  private static long grown(Measure measure, String kind, List<Figure> before, List<Figure> after) {
    return amount(measure, kind, after) - amount(measure, kind, before);
  }

  private static long amount(Measure measure, String kind, List<Figure> figures) {
    return figures.stream()
        .filter(figure -> figure.measure() == measure && figure.kind().equals(kind))
        .mapToLong(Figure::amount)
        .sum();
  }

  private void asOwner(String sql) throws SQLException {
    try (var connection = TestDatabase.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql.formatted(parties.tenant().value()));
    }
  }
}
