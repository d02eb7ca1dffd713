package org.mercat.payments.stripe.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was asked.
 *
 * @param form the parameters of the query or of a body in the form of the first API, by their whole
 *     names such as {@code metadata[tenant]}
 * @param json the body in the form of the second API
 */
public record FakeRequest(
    String method,
    String path,
    Map<String, String> form,
    JsonNode json,
    Map<String, List<String>> headers,
    String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static FakeRequest read(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(exchange.getRequestHeaders());
    var isJson = body.startsWith("{");
    var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return new FakeRequest(
        exchange.getRequestMethod(),
        uri.getPath(),
        decoded(isJson || body.isEmpty() ? query : body),
        isJson ? parsed(body) : MissingNode.getInstance(),
        headers,
        body);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(List::getFirst);
  }

  Optional<String> idempotencyKey() {
    return header("Idempotency-Key");
  }

  boolean isCommand() {
    return method.equals("POST");
  }

  boolean isOfV2() {
    return path.startsWith("/v2/");
  }

  /** A parameter; empty when it was not sent. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(form.get(name));
  }

  /** The parameters with that prefix, such as {@code metadata}, by what stands in brackets. */
  Map<String, String> group(String prefix) {
    var group = new LinkedHashMap<String, String>();
    form.forEach(
        (name, value) -> {
          if (name.startsWith(prefix + "[") && name.endsWith("]")) {
            group.put(name.substring(prefix.length() + 1, name.length() - 1), value);
          }
        });
    return group;
  }

  boolean expands(String what) {
    return group("expand").containsValue(what);
  }

  boolean includes(String what) {
    for (var each : json.path("include")) {
      if (each.asText().equals(what)) {
        return true;
      }
    }
    return group("include").containsValue(what);
  }

  private static Map<String, String> decoded(String text) {
    var form = new LinkedHashMap<String, String>();
    for (var pair : text.split("&", -1)) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
