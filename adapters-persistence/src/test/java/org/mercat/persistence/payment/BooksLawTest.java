package org.mercat.persistence.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.SamplePayments.cad;
import static org.mercat.application.payment.port.SamplePayments.taken;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.payment.Escrow;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.booking.KnownBookings;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sql;
import org.mercat.persistence.shared.TestDatabase;

/** What the database itself refuses to do to bookings and their money, whatever the code does. */
class BooksLawTest {

  private final KnownBookings bookings = new KnownBookings();
  private final MyBatisLedger ledger = new MyBatisLedger(TestDatabase.SESSIONS);
  private final Booking booking = bookings.any();
  private final JournalEntry entry = taken("law:" + booking.id().value(), booking.id(), cad(1_000));

  @BeforeEach
  void a_thousand_cents_are_held() {
    assertThat(bookings.unitOfWork().run(this::posted)).isEqualTo(entry);
  }

  @Test
  void a_claim_that_overlaps_another_of_the_same_provider_is_refused() throws SQLException {
    try (var connection = entered(TestDatabase.application())) {
      assertRefused(
          connection,
          """
          insert into slot_claim (provider_id, during, booking_id, unit)
          select provider_id, tstzrange(lower(during) - interval '1 hour',
                                        lower(during) + interval '1 second'), booking_id, 1
            from slot_claim\
          """,
          "slot_claim");
    }
  }

  @Test
  void a_claim_that_only_touches_another_is_not() throws SQLException {
    try (var connection = entered(TestDatabase.application())) {
      var other = bookings.any();
      Sql.execute(
          connection, "delete from slot_claim where booking_id = '%s'".formatted(id(other)));

      assertThatCode(
              () ->
                  Sql.execute(
                      connection,
                      """
                      insert into slot_claim (provider_id, during, booking_id)
                      select provider_id, tstzrange(upper(during), upper(during) + interval '1 h'),
                             '%s'
                        from slot_claim\
                      """
                          .formatted(id(other))))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void an_entry_that_does_not_sum_to_zero_is_refused_at_commit() throws SQLException {
    try (var connection = entered(TestDatabase.application())) {
      Sql.execute(connection, posting(9, "gateway_clearing", 1));

      assertThatThrownBy(connection::commit).hasMessageContaining("do not sum to zero");
    }
  }

  @Test
  void an_entry_that_sums_to_zero_over_two_currencies_is_refused_at_commit() throws SQLException {
    try (var connection = entered(TestDatabase.application())) {
      Sql.execute(connection, posting(8, "gateway_clearing", 1));
      Sql.execute(connection, posting(9, "rounding", -1).replace("CAD", "USD"));

      assertThatThrownBy(connection::commit).hasMessageContaining("do not sum to zero");
    }
  }

  @Test
  void an_account_that_is_none_of_ours_is_refused() throws SQLException {
    try (var connection = entered(TestDatabase.application())) {
      assertRefused(connection, posting(9, "Petty Cash", 1), "posting_account_check");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"insert", "update"})
  void more_is_never_taken_out_of_an_escrow_than_is_in_it(String way) throws SQLException {
    var account =
        way.equals("update")
            ? new Escrow(booking.id()).service().name()
            : new Escrow(booking.id()).tip().name();
    try (var connection = entered(TestDatabase.application())) {
      assertRefused(connection, posting(9, account, 1_001), "account_balance_floor");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update posting set amount_minor = 2 * amount_minor",
        "update posting_any_time set amount_minor = 2 * amount_minor",
        "delete from posting",
        "delete from posting_any_time",
        "truncate posting",
        "truncate posting_any_time",
        "update ledger_tx set at = now()",
        "delete from ledger_tx",
        "truncate ledger_tx cascade"
      })
  void what_was_posted_stays_even_for_the_owner(String change) throws SQLException {
    try (var connection = entered(TestDatabase.owner())) {
      assertRefused(connection, change, "is only ever added to");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update posting set amount_minor = 2 * amount_minor",
        "delete from posting",
        "truncate posting",
        "update ledger_tx set at = now()",
        "delete from ledger_tx",
        "delete from booking",
        "update booking_step set at = now()",
        "delete from payment",
        "delete from account_balance",
        "update platform_fee set rate_ppm = 0",
        "delete from platform_fee"
      })
  void the_application_may_not_rewrite_history(String change) throws SQLException {
    try (var connection = entered(TestDatabase.application())) {
      assertRefused(connection, change, "permission denied");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"booking", "booking_step", "slot_claim", "ledger_tx", "posting"})
  void another_tenant_sees_nothing_of_it(String table) throws SQLException {
    try (var connection = entered(TestDatabase.application())) {
      assertThat(Sql.column(connection, "select tenant_id from " + table)).isNotEmpty();
    }
    try (var connection = TestDatabase.application().getConnection()) {
      Sql.enter(connection, TestDatabase.newTenant());
      assertThat(Sql.column(connection, "select tenant_id from " + table)).isEmpty();
    }
  }

  @Test
  void another_tenant_cannot_post_for_the_booking() throws SQLException {
    try (var connection = TestDatabase.application().getConnection()) {
      Sql.enter(connection, TestDatabase.newTenant());

      assertRefused(
          connection,
          """
          insert into ledger_tx (id, created_at, key, kind, booking_id, postings_sha256, at)
          values ('%1$s', uuid_time('%1$s'), 'foreign', 'CAPTURE', '%2$s', repeat('0', 64), now())\
          """
              .formatted(Ids.next(), id(booking)),
          "foreign key constraint");
    }
  }

  @Test
  void a_booking_with_money_cannot_be_deleted_by_anybody() throws SQLException {
    try (var connection = entered(TestDatabase.owner())) {
      assertRefused(connection, "delete from booking", "foreign key constraint");
    }
  }

  private JournalEntry posted() {
    ledger.post(entry);
    return entry;
  }

  private static UUID id(Booking booking) {
    return booking.id().value();
  }

  /** Another line of the entry. */
  private String posting(int position, String account, long amount) {
    return """
    insert into posting (tx_id, created_at, position, account, amount_minor, currency)
    select id, created_at, %d, '%s', %d, 'CAD' from ledger_tx where key = '%s'\
    """
        .formatted(position, account, amount, entry.key());
  }

  private Connection entered(DataSource database) throws SQLException {
    var connection = database.getConnection();
    Sql.enter(connection, tenant());
    return connection;
  }

  private TenantId tenant() {
    return bookings.parties().tenant();
  }

  private static void assertRefused(Connection connection, String sql, String because) {
    assertThatThrownBy(() -> Sql.execute(connection, sql)).hasMessageContaining(because);
  }
}
