package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.shared.PortUnavailable;

class FiltersTest {

  private final List<String> seen = new ArrayList<>();

  @Test
  void every_answer_names_its_request() throws Exception {
    var exchange =
        new Exchange("GET", "/listings")
            .through(
                new RequestIdFilter(LogFields.NONE),
                (_, _) -> seen.add(RequestId.current().orElseThrow().value()));

    assertThat(exchange.response.getHeader("Request-Id")).isEqualTo(seen.getFirst());
  }

  @Test
  void every_line_within_a_request_has_its_id_and_none_after_it() throws Exception {
    var fields = new TreeMap<String, String>();
    var log =
        new LogFields() {
          @Override
          public void put(String name, String value) {
            fields.put(name, value);
          }

          @Override
          public void remove(String name) {
            fields.remove(name);
          }
        };

    var _ =
        new Exchange("GET", "/listings")
            .header("Request-Id", "trace-4711")
            .through(new RequestIdFilter(log), (_, _) -> seen.add(fields.toString()));

    assertThat(seen.getFirst()).startsWith("{requestId=trace-4711, traceId=");
    assertThat(fields).isEmpty();
  }

  @Test
  void a_well_formed_id_of_the_caller_is_taken() throws Exception {
    var exchange =
        new Exchange("GET", "/listings")
            .header("Request-Id", "trace-4711")
            .through(new RequestIdFilter(LogFields.NONE), (_, _) -> {});

    assertThat(exchange.response.getHeader("Request-Id")).isEqualTo("trace-4711");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with space and more", "<script>alert(1)</script>"})
  void any_other_is_not(String sent) throws Exception {
    var exchange =
        new Exchange("GET", "/listings")
            .header("Request-Id", sent)
            .through(new RequestIdFilter(LogFields.NONE), (_, _) -> {});

    assertThat(exchange.response.getHeader("Request-Id")).isNotEqualTo(sent);
  }

  @Test
  void what_escapes_from_a_filter_is_a_problem() throws Exception {
    var down =
        new Exchange("GET", "/listings")
            .through(
                new RequestIdFilter(LogFields.NONE),
                (_, _) -> {
                  throw new PortUnavailable("the database");
                });
    var broken =
        new Exchange("GET", "/listings")
            .through(
                new RequestIdFilter(LogFields.NONE),
                (_, _) -> {
                  throw new IllegalStateException("secret");
                });

    assertThat(down.answer().status()).isEqualTo(503);
    assertThat(broken.answer().status()).isEqualTo(500);
    assertThat(broken.answer().body()).doesNotContain("secret").contains("instance");
  }

  @Test
  void an_alias_reaches_the_resource_with_its_words() throws Exception {
    var exchange =
        new Exchange("POST", "/marketplace/transactions/1/complete")
            .through(
                new AliasFilter(),
                (request, _) -> {
                  var http = (HttpServletRequest) request;
                  seen.add(http.getRequestURI());
                  seen.add(http.getPathInfo());
                  seen.add(http.getRequestURL().toString());
                  seen.add(StatusWords.current().name());
                });

    assertThat(exchange.answer().status()).isEqualTo(200);
    assertThat(seen)
        .containsExactly(
            "/api/v1/bookings/1/deliver",
            "/bookings/1/deliver",
            "http://market/api/v1/bookings/1/deliver",
            "TRANSACTIONS");
  }

  @Test
  void an_address_with_a_character_0_is_not_read() throws Exception {
    var exchange =
        new Exchange("GET", "/listings/a%00b")
            .through(new AliasFilter(), (_, _) -> seen.add("read"));

    assertThat(exchange.code()).isEqualTo("UNREADABLE_REQUEST");
    assertThat(seen).isEmpty();
  }

  @Test
  void a_body_is_read_up_to_its_limit() throws Exception {
    new Exchange("POST", "/listings")
        .body(new byte[BodyFilter.LIMIT], -1)
        .through(
            new BodyFilter(),
            (request, _) -> seen.add("" + request.getInputStream().readAllBytes().length));

    assertThat(seen).containsExactly("1048576");
  }

  @Test
  void a_body_over_the_limit_is_refused_whether_it_says_so_or_not() throws Exception {
    var said =
        new Exchange("POST", "/listings")
            .body(new byte[0], BodyFilter.LIMIT + 1L)
            .through(new BodyFilter(), (_, _) -> seen.add("said"));
    var chunked =
        new Exchange("POST", "/listings")
            .body(new byte[BodyFilter.LIMIT + 1], -1)
            .through(new BodyFilter(), (_, _) -> seen.add("chunked"));

    assertThat(said.code()).isEqualTo("TOO_LARGE");
    assertThat(chunked.answer().status()).isEqualTo(413);
    assertThat(seen).isEmpty();
  }

  @Test
  void an_action_needs_neither_a_body_nor_its_media_type() throws Exception {
    new Exchange("POST", "/listings/1/publish").through(new BodyFilter(), (r, _) -> types(r));
    new Exchange("POST", "/listings/1/publish")
        .header("Content-Type", "text/plain")
        .through(new BodyFilter(), (r, _) -> types(r));
    new Exchange("POST", "/listings/1/publish")
        .header("Content-Type", "text/plain")
        .body("hello")
        .through(new BodyFilter(), (r, _) -> types(r));

    assertThat(seen).containsExactly("application/json", "application/json", "text/plain");
  }

  @Test
  void the_fingerprint_tells_bodies_and_addresses_apart() throws Exception {
    var one = read("{}", "/bookings/1/cancel");

    assertThat(read("{}", "/bookings/1/cancel")).isEqualTo(one);
    assertThat(read("{ }", "/bookings/1/cancel")).isNotEqualTo(one);
    assertThat(read("{}", "/bookings/2/cancel")).isNotEqualTo(one);
  }

  @Test
  void where_nothing_is_there_is_a_problem() throws Exception {
    var exchange = new Exchange("GET", "/nowhere");

    new ProblemServlet().service(exchange.request, exchange.response);

    assertThat(exchange.code()).isEqualTo("NOT_FOUND");
  }

  private static String read(String body, String path) throws Exception {
    var exchange = new Exchange("POST", path).body(body);
    return new ReadBody(exchange.request, body.getBytes(StandardCharsets.UTF_8))
        .fingerprint(Address.of(exchange.request));
  }

  private void types(ServletRequest request) {
    seen.add(request.getContentType());
  }
}
