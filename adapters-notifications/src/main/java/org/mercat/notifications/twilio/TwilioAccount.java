package org.mercat.notifications.twilio;

import java.net.URI;

/**
 * An account with Twilio.
 *
 * @param apiBase where its API is reached; no slash at its end
 * @param from the number of E.164 that messages come from, or a messaging service (MG...)
 */
public record TwilioAccount(URI apiBase, String sid, String token, String from) {
  @Override
  public String toString() {
    return sid;
  }
}
