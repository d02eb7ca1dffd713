package org.mercat.notifications.mailbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.notification.MessageId;

/** The latest messages that this process would have sent, in memory only. */
public final class Mailbox {

  static final int CAPACITY = 1000;

  private final Deque<Item> items = new ArrayDeque<>();

  /**
   * A message as it would have been read.
   *
   * @param kind the name of the message
   * @param subject empty for a text message
   * @param link where its reader is to go
   * @param secret what lets its reader act
   */
  public record Item(
      MessageId id,
      Instant at,
      String to,
      String language,
      String kind,
      Optional<String> subject,
      String text,
      Optional<String> link,
      Optional<String> secret) {}

  /** Keeps a message, and forgets the oldest one when there are too many. */
  public synchronized void keep(Item item) {
    items.addFirst(item);
    if (items.size() > CAPACITY) {
      items.removeLast();
    }
  }

  /** What was sent to an address, or to all of them, latest first. */
  public synchronized List<Item> latest(Optional<String> to) {
    return new ArrayList<>(items)
        .stream().filter(item -> to.isEmpty() || item.to().equals(to.get())).toList();
  }
}
