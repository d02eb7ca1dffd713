package org.mercat.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.UnitOfWorkContract;
import org.mercat.domain.shared.DomainEvent;

class MyBatisUnitOfWorkTest implements UnitOfWorkContract {

  private record Written(Instant at, Subject subject) implements DomainEvent {}

  interface Failing {
    @Select(
        "do $$ begin raise exception 'planted' using errcode = '${state}'; end $$; select 'never'")
    String with(String state);

    @Select(
        """
        select pg_terminate_backend(pg_backend_pid())::text
         where set_config('role', 'none', true) is not null""")
    String byLosingTheConnection();
  }

  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();
  private final MyBatisEventOutbox outbox =
      new MyBatisEventOutbox(TestDatabase.SESSIONS, new Reactions());

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public void write(UUID thing) {
    outbox.append(new Written(Instant.EPOCH, new DomainEvent.Subject("note", thing)));
  }

  @Override
  public boolean holds(UUID thing) {
    return TestDatabase.SESSIONS.mapper(KeptEvents.class).holds(thing);
  }

  @Test
  void outside_of_a_unit_there_is_no_statement() {
    assertThatThrownBy(() -> holds(UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "55P03", "23P01"})
  void a_refusal_to_interleave_is_a_conflict(String state) {
    assertThatThrownBy(() -> fail(state))
        .isInstanceOf(ConcurrencyConflict.class)
        .hasMessageContaining(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "53300", "25006"})
  void an_outage_is_an_unavailable_port(String state) {
    assertThatThrownBy(() -> fail(state))
        .isInstanceOf(PortUnavailable.class)
        .hasMessageContaining(state);
  }

  @Test
  void a_mistake_stays_what_it_is() {
    assertThatThrownBy(() -> fail("22012"))
        .isInstanceOf(org.apache.ibatis.exceptions.PersistenceException.class);
  }

  @Test
  void a_lost_connection_is_an_unavailable_port() {
    assertThatThrownBy(() -> unitOfWork.run(() -> mapper().byLosingTheConnection()))
        .isInstanceOf(PortUnavailable.class);

    assertThat(unitOfWork.run(() -> holds(UUID.randomUUID()))).isFalse();
  }

  private String fail(String state) {
    return unitOfWork.run(() -> mapper().with(state));
  }

  private static Failing mapper() {
    return TestDatabase.SESSIONS.mapper(Failing.class);
  }
}
