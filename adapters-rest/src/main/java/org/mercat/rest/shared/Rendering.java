package org.mercat.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mercat.application.shared.KeptAnswers.Found;
import org.mercat.domain.shared.DomainEvent.Subject;

/**
 * How the answer to a request that was lost is made again: what was made is read as it is now. A
 * secret that was told once is lost with the answer.
 *
 * @param address where it is read
 * @param created whether the answer is that of a creation
 */
record Rendering(Address address, boolean created) {

  private static final String GET = "GET";

  /** The rendering of a request, if what it answers with can be read somewhere. */
  static Optional<Rendering> of(Address request, ReadBody body, Found.Open open) {
    return switch (request.route()) {
      case "POST /bookings" -> created(open, "booking", "bookings");
      case "POST /listings" -> created(open, "listing", "listings");
      case "POST /reviews" -> created(open, "review", "reviews");
      case "POST /api-keys" -> created(open, "api_key", "api-keys");
      case "POST /admin/tenants" -> created(open, "tenant", "admin", "tenants");
      case "POST /admin/tax/rules" -> created(open, "tax_rule", "admin", "tax", "rules");
      case "POST /providers/register" -> created(open, "provider", "providers");
      case "POST /listings/{id}/publish", "POST /listings/{id}/pause" ->
          read("listings", request.path().get(1));
      case "POST /api-keys/{id}/rotate" -> read("api-keys", request.path().get(1));
      case "POST /payments/capture", "POST /payments/payout" ->
          booking(body).flatMap(id -> read("bookings", id));
      default ->
          request.route().startsWith("POST /bookings/{id}/")
              ? read("bookings", request.path().get(1))
              : Optional.empty();
    };
  }

  private static Optional<Rendering> created(Found.Open open, String kind, String... collection) {
    return open.made()
        .filter(made -> made.kind().equals(kind))
        .map(Subject::id)
        .map(id -> Stream.concat(Stream.of(collection), Stream.of(id.toString())))
        .map(path -> new Address(GET, path.toList()))
        .map(address -> new Rendering(address, true));
  }

  private static Optional<Rendering> read(String collection, String id) {
    return Optional.of(new Rendering(new Address(GET, List.of(collection, id)), false));
  }

  private static Optional<String> booking(ReadBody body) {
    try {
      return Optional.ofNullable(Json.MAPPER.readTree(body.bytes()).path("booking").textValue());
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The answer to the request, from that to the reading. */
  KeptAnswer answer(KeptAnswer read) {
    if (!created) {
      return read;
    }
    var headers = new TreeMap<>(read.headers());
    headers.put("Location", List.of(address.uri()));
    return new KeptAnswer(201, headers, read.body());
  }
}
