package org.mercat.application.shared;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

class InMemoryUnitOfWorkTest implements UnitOfWorkContract {

  private final Set<UUID> things = new HashSet<>();
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(this::snapshot);

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public void write(UUID thing) {
    things.add(thing);
  }

  @Override
  public boolean holds(UUID thing) {
    return things.contains(thing);
  }

  private Runnable snapshot() {
    var before = Set.copyOf(things);
    return () -> things.retainAll(before);
  }
}
