package org.mercat.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a server without carriers has sent: the mailbox that it shows. */
record Mails(Market market) {

  /**
   * What the latest message of that kind lets its reader do; empty if it lets him do nothing. Waits
   * until it is there.
   */
  String secret(String to, String kind) {
    Market.await(() -> latest(to, kind).isPresent());
    return latest(to, kind).orElseThrow().path("secret").asText("");
  }

  private Optional<JsonNode> latest(String to, String kind) {
    var mailbox = market.anybody().server() + "/dev/mailbox.json?to=" + to.replace("+", "%2B");
    return items(market.anybody().get(mailbox).expect(200).json()).stream()
        .filter(item -> item.path("kind").asText().equals(kind))
        .findFirst();
  }

  private static List<JsonNode> items(JsonNode box) {
    return StreamSupport.stream(box.path("items").spliterator(), false).toList();
  }
}
