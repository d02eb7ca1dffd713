package org.mercat.application.shared;

class InMemoryKeptAnswersTest implements KeptAnswersContract {

  private final InMemoryKeptAnswers answers = new InMemoryKeptAnswers();
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final UnitOfWork unitOfWork = answers.keeping(new InMemoryUnitOfWork(outbox), outbox);

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
}
