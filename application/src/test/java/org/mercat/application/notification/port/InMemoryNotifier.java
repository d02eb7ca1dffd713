package org.mercat.application.notification.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.MessageId;

/** Keeps what it was given; answers what it was told to, as long as it was told so. */
public final class InMemoryNotifier implements Notifier {

  private final List<Envelope> accepted = new ArrayList<>();
  private Optional<Delivery> told = Optional.empty();

  /** Accepts nothing from now on. */
  public void answer(Delivery delivery) {
    told = Optional.of(delivery);
  }

  public void acceptAgain() {
    told = Optional.empty();
  }

  public List<Envelope> accepted() {
    return List.copyOf(accepted);
  }

  @Override
  public Delivery send(MessageId id, Envelope envelope) {
    if (told.isPresent()) {
      return told.get();
    }
    accepted.add(envelope);
    return new Delivery.Accepted();
  }
}
