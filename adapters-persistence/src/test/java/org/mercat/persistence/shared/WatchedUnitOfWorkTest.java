package org.mercat.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.exceptions.PersistenceException;
import org.junit.jupiter.api.Test;
import org.mercat.application.audit.port.AuditChain.Sealed;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.audit.Head;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.audit.MyBatisAuditChain;

class WatchedUnitOfWorkTest {

  private final TenantId tenant = TestDatabase.newTenant();
  private final MyBatisAuditChain chain = new MyBatisAuditChain(TestDatabase.SESSIONS);
  private final List<Event> reported = new ArrayList<>();
  private final UnitOfWork unitOfWork =
      new WatchedUnitOfWork(new MyBatisUnitOfWork(TestDatabase.SESSIONS), () -> reported::add);

  @Test
  void what_the_database_refuses_is_reported_and_fails() {
    assertThatThrownBy(() -> Acting.guest(tenant).call(() -> unitOfWork.run(chain::lock)))
        .isInstanceOf(PersistenceException.class)
        .hasMessageContaining("permission denied");

    assertThat(reported).hasSize(1);
    assertThat(reported.getFirst().level()).isEqualTo(Level.CRITICAL);
    assertThat(reported.getFirst().source()).isEqualTo("database");
    assertThat(reported.getFirst().context()).containsEntry("state", "42501");
  }

  @Test
  void what_fails_for_another_reason_is_not_reported() {
    var failure = new IllegalArgumentException("no");

    assertThatThrownBy(
            () ->
                unitOfWork.run(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);

    assertThat(reported).isEmpty();
  }

  @Test
  void what_the_market_may_do_is_done() {
    var end = Acting.of(tenant).call(() -> unitOfWork.run(chain::end));

    assertThat(end).isEqualTo(Optional.<Sealed>empty());
    assertThat(Acting.of(tenant).call(() -> unitOfWork.run(chain::lock))).isEqualTo(Head.NONE);
    assertThat(reported).isEmpty();
  }
}
