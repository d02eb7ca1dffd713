package org.mercat.application.notification.port;

import java.util.List;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.MessageOutbox;
import org.mercat.application.shared.MessageOutboxContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.notification.Envelope;

class InMemoryMessagesTest implements MessageOutboxContract, MessageQueueContract {

  private final InMemoryMessages messages = new InMemoryMessages();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(messages);

  @Override
  public MessageOutbox outbox() {
    return messages;
  }

  @Override
  public MessageQueue queue() {
    return messages;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public List<Envelope> waiting() {
    return messages.waiting();
  }
}
