package org.mercat.persistence.notification;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.notification.port.MessageQueue;
import org.mercat.application.shared.MessageOutbox;
import org.mercat.application.shared.Sealer;
import org.mercat.application.shared.Sealer.SealBroken;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.MessageId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.Sessions;

/** Messages as sealed rows; a seal holds for the row that it was made for. */
public final class MyBatisMessages implements MessageOutbox, MessageQueue {

  private static final System.Logger LOG = System.getLogger(MyBatisMessages.class.getName());
  private static final int LONGEST_REASON = 200;

  private final Sessions sessions;
  private final Sealer sealer;

  public MyBatisMessages(Sessions sessions, Sealer sealer) {
    this.sessions = sessions;
    this.sealer = sealer;
  }

  @Override
  public void append(Envelope envelope) {
    var id = Ids.next();
    var sealed = sealer.seal(EnvelopeJson.write(envelope), purpose(id));
    mapper()
        .insert(
            id,
            EnvelopeJson.kind(envelope.message()),
            HexFormat.of().formatHex(sealed),
            Ids.time(id));
  }

  @Override
  public Optional<Leased> lease(Instant now) {
    return mapper()
        .lease(now, now.plus(LEASE))
        .map(row -> new Leased(new MessageId(row.id()), row.attempts(), opened(row)));
  }

  @Override
  public void sent(Leased message, Instant now) {
    mapper().sent(message.id().value(), now);
  }

  @Override
  public void postpone(Leased message, Instant retryAt, String why) {
    mapper().postpone(message.id().value(), message.attempt(), retryAt, shortened(why));
  }

  @Override
  public void giveUp(Leased message, Instant now, String why) {
    mapper().giveUp(message.id().value(), message.attempt(), now, shortened(why));
  }

  /** The job that forgets, a month later, that messages were sent. */
  public Job pruning(UnitOfWork unitOfWork) {
    return new Job(
        "prune-messages",
        Duration.ofHours(1),
        Job.Due.BY_SYSTEM,
        () -> {
          var _ = unitOfWork.run(() -> mapper().prune());
        });
  }

  private Optional<Envelope> opened(OutgoingMessageRow row) {
    try {
      var plain = sealer.open(HexFormat.of().parseHex(row.sealed()), purpose(row.id()));
      return Optional.of(EnvelopeJson.read(plain));
    } catch (SealBroken | IllegalArgumentException failure) {
      LOG.log(Level.ERROR, "message " + row.id() + " cannot be opened", failure);
      return Optional.empty();
    }
  }

  private static String purpose(UUID id) {
    return "outgoing_message " + id;
  }

  private static String shortened(String why) {
    var text = why.isBlank() ? "no reason given" : why.replace('\0', ' ');
    return text.substring(0, Math.min(text.length(), LONGEST_REASON));
  }

  private OutgoingMessageMapper mapper() {
    return sessions.mapper(OutgoingMessageMapper.class);
  }
}
