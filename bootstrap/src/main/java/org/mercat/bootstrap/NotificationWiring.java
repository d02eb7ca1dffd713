package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import org.mercat.application.shared.MessageOutbox;
import org.mercat.application.shared.Sealer;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.notification.MyBatisMessages;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.Sessions;

/** How people are told what happens to them. */
final class NotificationWiring {

  @Produces
  @Singleton
  @Typed({MyBatisMessages.class, MessageOutbox.class})
  MyBatisMessages messages(Sessions sessions, Sealer sealer) {
    return new MyBatisMessages(sessions, sealer);
  }

  @Produces
  @Singleton
  Job pruneMessages(MyBatisMessages messages, UnitOfWork unitOfWork) {
    return messages.pruning(unitOfWork);
  }
}
