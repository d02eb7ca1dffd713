package org.mercat.application.identity;

import org.mercat.application.shared.MessageOutbox;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.Message;
import org.mercat.domain.notification.Recipient;
import org.mercat.domain.notification.Recipient.Address;

/** Writes to the owner of an account. Runs in the unit of work of its caller. */
public final class TellOwner {

  /**
   * What to write.
   *
   * @param to another address than that of the account, or the same
   */
  public record Command(UserAccount account, Address to, Message message) {

    /** To the address of the account. */
    public Command(UserAccount account, Message message) {
      this(account, new Address.Email(account.email().value()), message);
    }
  }

  private final MessageOutbox messages;

  public TellOwner(MessageOutbox messages) {
    this.messages = messages;
  }

  public void handle(Command command) {
    var profile = command.account().profile();
    var recipient = new Recipient(command.to(), profile.name().whole(), profile.language());
    messages.append(new Envelope(recipient, command.message()));
  }
}
