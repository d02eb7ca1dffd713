package org.mercat.rest.shared;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The parts of requests and answers that a resource is tested with. */
public final class Requests {

  private Requests() {}

  /** An address without a query. */
  public static UriInfo plain() {
    return query("");
  }

  /** An address with a query such as {@code q=dog&limit=2}, in which nothing is encoded. */
  public static UriInfo query(String query) {
    var parameters = new MultivaluedHashMap<String, String>();
    for (var part : query.split("&", -1)) {
      var equals = part.indexOf('=');
      if (equals > 0) {
        parameters.add(part.substring(0, equals), part.substring(equals + 1));
      }
    }
    var uri = mock(UriInfo.class);
    when(uri.getQueryParameters()).thenReturn(parameters);
    return uri;
  }

  /** A request of such a device at such an address. */
  public static HttpServletRequest from(String userAgent, String address) {
    var request = mock(HttpServletRequest.class);
    when(request.getHeader(HttpHeaders.USER_AGENT)).thenReturn(userAgent);
    when(request.getRemoteAddr()).thenReturn(address);
    return request;
  }

  public static HttpHeaders noHeaders() {
    return mock(HttpHeaders.class);
  }

  public static HttpHeaders ifMatch(long version) {
    var headers = mock(HttpHeaders.class);
    when(headers.getHeaderString(HttpHeaders.IF_MATCH)).thenReturn("\"" + version + "\"");
    return headers;
  }

  /** Of a reader who likes these languages, the best first. */
  public static HttpHeaders liking(String... languages) {
    var headers = mock(HttpHeaders.class);
    when(headers.getAcceptableLanguages())
        .thenReturn(Stream.of(languages).map(Locale::forLanguageTag).toList());
    return headers;
  }

  /** The answer, also when it came as an exception. */
  public static Response answered(Supplier<Response> call) {
    try {
      return call.get();
    } catch (ProblemException refusal) {
      return refusal.getResponse();
    }
  }

  /** The body of an answer as it goes over the wire. */
  public static JsonNode body(Object entity) {
    try {
      return Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(entity));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** The code of a problem, and the pointers of what is wrong: {@code "CODE /member"}. */
  public static String problem(Response answer) {
    var problem = (Problem) answer.getEntity();
    var pointers =
        problem.errors().stream().map(error -> " " + error.pointer() + " " + error.code());
    return problem.code() + String.join("", pointers.toList());
  }

  /** The status of an answer, and what {@link #problem} tells of it: {@code "409 CODE"}. */
  public static String refusal(Response answer) {
    return answer.getStatus() + " " + problem(answer);
  }
}
