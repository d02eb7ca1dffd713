package org.mercat.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.shared.EventOutboxContract.NoteWritten;
import org.mercat.application.shared.Reactions;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.tenancy.TenantId;

/** What the database itself refuses to the application role, whatever the code does. */
class DatabaseLawTest {

  private final TenantId tenant = TestDatabase.newTenant();
  private final Entry market = new Entry(DatabaseRole.MARKET, tenant, Optional.empty());
  private final NoteWritten event =
      new NoteWritten(Instant.EPOCH, new DomainEvent.Subject("note", UUID.randomUUID()));

  @BeforeEach
  void an_event_of_the_tenant() {
    assertThat(TestDatabase.of(tenant).run(() -> append(TestDatabase.SESSIONS))).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(strings = {"outbox_event", "outbox_sequence"})
  void without_a_tenant_no_row_is_visible(String table) throws SQLException {
    try (var connection = TestDatabase.application().getConnection()) {
      assertThat(Sql.column(connection, "select tenant_id from " + table)).isEmpty();
      Sql.enter(connection, tenant);
      assertThat(Sql.column(connection, "select tenant_id from " + table)).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"outbox_event", "outbox_sequence"})
  void another_tenant_sees_none_of_them(String table) throws SQLException {
    try (var connection = TestDatabase.application().getConnection()) {
      Sql.enter(connection, TestDatabase.newTenant());
      assertThat(Sql.column(connection, "select tenant_id from " + table)).isEmpty();
    }
  }

  @Test
  void the_tenant_is_forgotten_at_the_end_of_the_unit_of_work() {
    var sessions = MyBatisSessions.of(TestDatabase.applicationOverOneConnection());
    var unitOfWork = new MyBatisUnitOfWork(sessions, () -> market);

    assertThat(unitOfWork.run(() -> sessions.mapper(KeptEvents.class).all())).hasSize(1);

    assertThat(sessions.transaction(() -> sessions.mapper(KeptEvents.class).all())).isEmpty();
  }

  @Test
  void the_tenant_is_forgotten_after_a_failure_too() {
    var sessions = MyBatisSessions.of(TestDatabase.applicationOverOneConnection());
    var unitOfWork = new MyBatisUnitOfWork(sessions, () -> market);
    var failure = new IllegalArgumentException("after the tenant");

    assertThatThrownBy(
            () ->
                unitOfWork.run(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);

    assertThat(sessions.transaction(() -> sessions.mapper(KeptEvents.class).all())).isEmpty();
  }

  @Test
  void a_row_for_another_tenant_is_refused() throws SQLException {
    try (var connection = TestDatabase.application().getConnection()) {
      Sql.enter(connection, TestDatabase.newTenant());

      assertRefused(
          connection,
          """
          insert into outbox_sequence (tenant_id, subject_kind, subject_id, last)
          values ('%s', 'note', gen_random_uuid(), 1)"""
              .formatted(tenant.value()),
          "row-level security");
    }
  }

  @Test
  void a_row_of_no_tenant_is_refused() throws SQLException {
    try (var connection = TestDatabase.application().getConnection()) {
      assertRefused(
          connection,
          """
          insert into outbox_sequence (subject_kind, subject_id, last)
          values ('note', gen_random_uuid(), 1)""",
          "row-level security");
    }
  }

  @Test
  void a_row_of_history_lies_where_its_id_says() throws SQLException {
    try (var connection = TestDatabase.application().getConnection()) {
      Sql.enter(connection, tenant);

      assertRefused(
          connection,
          """
          insert into outbox_event
            (id, created_at, subject_kind, subject_id, sequence, type, payload, at)
          values ('01890a5d-ac96-774b-bcce-b302099a8057', now(), 'note', gen_random_uuid(), 1,
                  'NoteWritten', '{}', now())""",
          "check constraint");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update outbox_event set sequence = 2",
        "delete from outbox_event",
        "select * from outbox_event_any_time",
        "create table mine (id int)",
        "alter table outbox_event no force row level security",
        "drop policy own_tenant on outbox_event",
        "insert into tenant (tenant_id, name, slug) values (gen_random_uuid(), 'mine', 'mine')",
      })
  void the_application_may_not(String attempt) throws SQLException {
    try (var connection = TestDatabase.application().getConnection()) {
      Sql.enter(connection, tenant);

      assertThatThrownBy(() -> Sql.execute(connection, attempt))
          .message()
          .containsAnyOf("permission denied", "must be owner");
    }
  }

  @Test
  void the_jobs_may_know_which_tenants_there_are() throws SQLException {
    try (var connection = TestDatabase.application().getConnection()) {
      assertThat(Sql.column(connection, "select tenant_ids()"))
          .contains(TenantId.DEFAULT.value().toString());
      assertThat(Sql.column(connection, "select name from tenant")).isEmpty();
    }
  }

  private NoteWritten append(Sessions sessions) {
    new MyBatisEventOutbox(sessions, new Reactions()).append(event);
    return event;
  }

  private static void assertRefused(Connection connection, String sql, String because) {
    assertThatThrownBy(() -> Sql.execute(connection, sql)).hasMessageContaining(because);
  }
}
