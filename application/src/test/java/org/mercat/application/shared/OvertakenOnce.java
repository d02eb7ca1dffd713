package org.mercat.application.shared;

import java.util.function.Supplier;

/** In the first unit of work somebody else is faster. */
public final class OvertakenOnce implements UnitOfWork {

  private final UnitOfWork unitOfWork;
  private boolean overtaken;

  public OvertakenOnce(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    if (overtaken) {
      return unitOfWork.run(work);
    }
    overtaken = true;
    return unitOfWork.run(
        () -> {
          throw new ConcurrencyConflict("overtaken by " + work.get());
        });
  }
}
