package org.mercat.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.audit.SealAuditTrail;
import org.mercat.application.audit.port.AuditChain;
import org.mercat.application.audit.port.AuditChainContract;
import org.mercat.application.audit.port.AuditTrail.Filter;
import org.mercat.application.audit.port.AuditTrailContract;
import org.mercat.application.shared.PageRequest;
import org.mercat.persistence.shared.AesSealer;
import org.mercat.persistence.shared.Sql;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisAuditTrailTest extends AuditTrailOnDatabase
    implements AuditTrailContract, AuditChainContract {

  @Override
  public AuditChain chain() {
    return new MyBatisAuditChain(TestDatabase.SESSIONS);
  }

  @Test
  void another_tenant_does_not_see_it() {
    var _ = appended(1);
    var first = new PageRequest(1, Optional.empty());
    var other = TestDatabase.unitOfWork();

    assertThat(other.run(() -> trail().find(Filter.EVERYTHING, first)).items()).isEmpty();
    assertThat(other.run(() -> chain().countWaiting())).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set actor_id = null",
        "delete from audit_entry",
        "truncate audit_entry cascade",
        "truncate audit_entry_any_time cascade",
        "update audit_link set sequence = sequence + 1",
        "delete from audit_link",
        "truncate audit_link",
        "update audit_head set entries = entries - 1",
        "delete from audit_head",
        "truncate audit_head"
      })
  void nobody_changes_what_was_written_not_even_the_owner(String attempt) throws SQLException {
    var _ = appended(1);
    seal();

    try (var owner = TestDatabase.owner().getConnection()) {
      Sql.enter(owner, tenant);
      assertThatThrownBy(() -> Sql.execute(owner, attempt))
          .message()
          .containsAnyOf("only ever added to", "only grows");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into audit_entry (id, created_at, actor_kind, action, event, subject_kind,"
            + " subject_id, facts) select id, created_at, 'SYSTEM', 'READ', 'Shown', 'user',"
            + " subject_id, '{}' from audit_entry",
        "update audit_entry set event = 'Other'",
        "delete from audit_entry",
        "update audit_link set hash = hash",
        "insert into audit_waiting (entry_id) values (gen_random_uuid())",
        "delete from audit_head"
      })
  void the_application_may_not(String attempt) throws SQLException {
    try (var application = TestDatabase.application().getConnection()) {
      Sql.enter(application, tenant);
      assertThatThrownBy(() -> Sql.execute(application, attempt))
          .hasMessageContaining("permission denied");
    }
  }

  private void seal() {
    var sealer = new AesSealer(List.of(new byte[AesSealer.KEY_BYTES]));
    assertThat(new SealAuditTrail(chain(), sealer, unitOfWork()).handle()).isEqualTo(1);
  }
}
