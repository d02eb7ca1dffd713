package org.mercat.application.payment.port;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;

class InMemoryPayersTest implements PayersContract {

  private final Set<UserId> closed = new HashSet<>();
  private final InMemoryPayers payers =
      new InMemoryPayers(it -> closed.contains(it) ? Optional.of(CLOSED) : Optional.empty());
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(payers);

  @Override
  public Payers payers() {
    return payers;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId person() {
    return new UserId(UUID.randomUUID());
  }

  @Override
  public void close(UserId person) {
    var _ = closed.add(person);
  }
}
