package org.mercat.notifications.smtp;

import java.util.Optional;

/**
 * Where mails are handed over.
 *
 * @param from the address that mails come from
 */
public record SmtpServer(
    String host, int port, Encryption encryption, Optional<Login> login, String from) {

  /** From when on the connection is encrypted; the server's name is checked then. */
  public enum Encryption {
    STARTTLS,
    FROM_THE_FIRST_BYTE,
    NONE
  }

  /** A name and its secret. */
  public record Login(String name, String password) {
    @Override
    public String toString() {
      return name;
    }
  }
}
