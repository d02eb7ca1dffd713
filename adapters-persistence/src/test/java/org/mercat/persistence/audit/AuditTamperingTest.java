package org.mercat.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.audit.SealAuditTrail;
import org.mercat.application.audit.VerifyAuditTrail;
import org.mercat.application.audit.VerifyAuditTrail.Outcome;
import org.mercat.application.audit.port.SampleDeeds;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Sealer;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;
import org.mercat.persistence.shared.AesSealer;
import org.mercat.persistence.shared.Sql;
import org.mercat.persistence.shared.TestDatabase;

/** Whoever may do anything in the database still cannot change the trail unseen. */
class AuditTamperingTest extends AuditTrailOnDatabase {

  private static final Caller ADMIN = new Caller(new UserId(UUID.randomUUID()), Set.of(Role.ADMIN));

  private final Sealer sealer = new AesSealer(List.of(new byte[AesSealer.KEY_BYTES]));
  private final MyBatisAuditChain chain = new MyBatisAuditChain(TestDatabase.SESSIONS);
  private final SealAuditTrail seal = new SealAuditTrail(chain, sealer, unitOfWork());
  private final VerifyAuditTrail verify =
      new VerifyAuditTrail(new AccessRules(), chain, sealer, unitOfWork());

  @BeforeEach
  void five_entries_have_a_place_and_one_waits() {
    for (var index = 0; index < 5; index++) {
      append();
    }
    assertThat(seal.handle()).isEqualTo(5);
    append();
  }

  @Test
  void a_trail_that_nobody_has_touched_is_right() {
    assertThat(verified().entries()).isEqualTo(5);
    assertThat(verified().waiting()).isEqualTo(1);
    assertThat(verified().problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "update audit_entry set actor_kind = 'SYSTEM', actor_id = null where PLACE = 3 # CHANGED 3",
        "update audit_entry set facts = '{\"at\": \"never\"}' where PLACE = 3 # CHANGED 3",
        "update audit_entry set after_sha256 = before_sha256 where PLACE = 3 # CHANGED 3",
        "update audit_entry set request = 'another' where PLACE = 1 # CHANGED 1",
        "update audit_link set hash = repeat('a', 64) where sequence = 4 # CHANGED 4",
        "delete from audit_entry where PLACE = 2 # REMOVED 2",
        "delete from audit_link where sequence = 2 # REMOVED 2",
        "insert into audit_entry select tenant_id, NEW_ID, uuid_time(NEW_ID), actor_kind, actor_id,"
            + " action, event, subject_kind, subject_id, facts from audit_entry where PLACE = 2"
            + " # INSERTED",
        "delete from audit_link where sequence >= 4 # CUT 4",
        "update audit_head set entries = 4 # REWRITTEN",
        "update audit_head set hash = repeat('a', 64) # REWRITTEN",
        "delete from audit_head # INSERTED 1",
        "delete from audit_waiting # INSERTED",
        "delete from audit_entry where PLACE is null # REMOVED"
      })
  void what_somebody_does_to_it_is_found(String attempt, String found) throws SQLException {
    asSuperuser(attempt);

    assertThat(verified().problems())
        .extracting(
            problem -> problem.damage() + problem.sequence().map(place -> " " + place).orElse(""))
        .contains(found);
  }

  @Test
  void a_problem_names_the_entry() throws SQLException {
    var third = unitOfWork().run(() -> chain.after(2, 1)).getFirst().link().entry();

    asSuperuser("update audit_entry set request = 'another' where PLACE = 3");

    assertThat(verified().problems())
        .containsExactly(
            new VerifyAuditTrail.Problem(
                VerifyAuditTrail.Damage.CHANGED, Optional.of(3L), Optional.of(third)));
  }

  private void append() {
    var deed = SampleDeeds.delivered();
    var done =
        unitOfWork()
            .run(
                () -> {
                  trail().append(List.of(deed));
                  return deed;
                });
    assertThat(done).isEqualTo(deed);
  }

  private Outcome.Verified verified() {
    return (Outcome.Verified) verify.handle(ADMIN);
  }

  private void asSuperuser(String attempt) throws SQLException {
    var ofTenant = "tenant_id = '%s'".formatted(tenant.value());
    var place =
        "(select sequence from audit_link l where l.entry_id = audit_entry.id and l.%s)"
            .formatted(ofTenant);
    var statement =
        attempt.contains(" where ")
            ? attempt.replace(" where ", " where " + ofTenant + " and ")
            : attempt + " where " + ofTenant;
    try (var connection = TestDatabase.superuser().getConnection()) {
      Sql.execute(connection, "set session_replication_role = replica");
      Sql.execute(
          connection,
          statement
              .replace("PLACE", place)
              .replace("NEW_ID", "'01890a5d-ac96-774b-bcce-b302099a8057'::uuid"));
    }
  }
}
