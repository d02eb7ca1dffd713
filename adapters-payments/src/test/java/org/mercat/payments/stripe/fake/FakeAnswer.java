package org.mercat.payments.stripe.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is answered.
 *
 * @param kept whether it belongs to the key from now on: not when the request could not be begun
 */
record FakeAnswer(int status, String body, Map<String, String> headers, boolean kept) {

  static FakeAnswer ok(ObjectNode thing) {
    return new FakeAnswer(200, thing.toString(), Map.of(), true);
  }

  static FakeAnswer nowhere() {
    return of(404, error("invalid_request_error", ""), false);
  }

  static FakeAnswer html(int status, String page) {
    return new FakeAnswer(status, page, Map.of("Content-Type", "text/html"), true);
  }

  /** A request that cannot even be begun. */
  static FakeAnswer invalid(int status, String code, String parameter) {
    var error = error("invalid_request_error", code).put("param", parameter);
    return of(status, error, false);
  }

  /** A request that was begun and cannot be done. */
  static FakeAnswer refused(String code) {
    return of(400, error("invalid_request_error", code), true);
  }

  static FakeAnswer declined(String declineCode, ObjectNode intent) {
    var error = error("card_error", "card_declined").put("decline_code", declineCode);
    error.set("payment_intent", intent);
    return of(402, error, true);
  }

  static FakeAnswer of(int status, ObjectNode error, boolean kept) {
    var body = JsonNodeFactory.instance.objectNode();
    body.set("error", error);
    return new FakeAnswer(status, body.toString(), Map.of(), kept);
  }

  static ObjectNode error(String type, String code) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("code", code)
        .put("message", "words that nobody may rely on");
  }

  FakeAnswer with(String header, String value) {
    var more = new TreeMap<>(headers);
    more.put(header, value);
    return new FakeAnswer(status, body, more, kept);
  }
}
