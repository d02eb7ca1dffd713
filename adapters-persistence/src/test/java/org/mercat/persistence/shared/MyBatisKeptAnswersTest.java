package org.mercat.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.CallerKey;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.KeptAnswers;
import org.mercat.application.shared.KeptAnswersContract;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.Sealer;
import org.mercat.application.shared.Sealer.SealBroken;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.tenancy.TenantId;

class MyBatisKeptAnswersTest implements KeptAnswersContract {

  private static final Sealer SEALER = new AesSealer(List.of(new byte[AesSealer.KEY_BYTES]));

  private final TenantId tenant = TestDatabase.newTenant();
  private final MyBatisKeptAnswers answers =
      new MyBatisKeptAnswers(TestDatabase.SESSIONS, () -> market(tenant), SEALER);
  private final UnitOfWork unitOfWork = TestDatabase.of(tenant);
  private final EventOutbox outbox = new MyBatisEventOutbox(TestDatabase.SESSIONS, new Reactions());
  private final CallerKey key =
      new CallerKey(new UserId(UUID.randomUUID()), "POST /notes", "k", "f");

  @Override
  public KeptAnswers answers() {
    return answers;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public EventOutbox outbox() {
    return outbox;
  }

  @Test
  void another_tenant_knows_nothing_of_a_key() {
    assertThat(answers.store(key, "answer")).isEqualTo("answer");

    var elsewhere =
        new MyBatisKeptAnswers(
            TestDatabase.SESSIONS, () -> market(TestDatabase.newTenant()), SEALER);

    assertThat(elsewhere.find(key)).isEqualTo(new KeptAnswers.Found.Unknown());
  }

  @Test
  void old_keys_are_forgotten_and_young_ones_are_not() throws SQLException {
    var old = new CallerKey(key.person(), key.act(), "old", "f");
    assertThat(answers.store(key, "answer")).isEqualTo("answer");
    assertThat(answers.store(old, "answer")).isEqualTo("answer");
    try (var connection = TestDatabase.application().getConnection()) {
      Sql.enter(connection, tenant);
      Sql.execute(
          connection,
          "update idempotency_key set started_at = now() - interval '49 hours' where key = 'old'");
      connection.commit();
    }

    answers.pruning().work().run();

    assertThat(answers.find(old)).isEqualTo(new KeptAnswers.Found.Unknown());
    assertThat(answers.find(key)).isEqualTo(new KeptAnswers.Found.Answered("answer"));
  }

  @Test
  void an_answer_lies_sealed_and_under_its_own_key_only() throws SQLException {
    var other = new CallerKey(key.person(), key.act(), "other", "f");
    assertThat(answers.store(key, "a secret answer")).isEqualTo("a secret answer");
    assertThat(answers.store(other, "another answer")).isEqualTo("another answer");
    try (var connection = TestDatabase.application().getConnection()) {
      Sql.enter(connection, tenant);
      Sql.execute(
          connection,
          """
          update idempotency_key set sealed_answer =
            (select sealed_answer from idempotency_key where key = 'k'
              and position('secret' in encode(sealed_answer, 'escape')) = 0)
           where key = 'other'""");
      connection.commit();
    }

    assertThat(answers.find(key)).isEqualTo(new KeptAnswers.Found.Answered("a secret answer"));
    assertThatThrownBy(() -> answers.find(other)).isInstanceOf(SealBroken.class);
  }

  private static Entry market(TenantId tenant) {
    return new Entry(DatabaseRole.MARKET, tenant, Optional.empty());
  }
}
