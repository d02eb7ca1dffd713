package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsFilterTest {

  private final CorsFilter filter =
      new CorsFilter(List.of("https://shop.example", "http://localhost:3000"));
  private final List<String> passed = new ArrayList<>();

  @Test
  void a_preflight_of_a_known_origin_is_answered_at_once() throws Exception {
    var exchange =
        sent(
            new Exchange("OPTIONS", "/bookings")
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST"));

    assertThat(passed).isEmpty();
    assertThat(exchange.answer().status()).isEqualTo(204);
    assertThat(exchange.response.getHeader("Access-Control-Allow-Origin"))
        .isEqualTo("https://shop.example");
    assertThat(exchange.response.getHeader("Access-Control-Allow-Methods")).contains("PATCH");
    assertThat(exchange.response.getHeader("Access-Control-Allow-Headers"))
        .contains("Authorization", "Idempotency-Key", "If-Match");
    assertThat(exchange.response.getHeader("Access-Control-Max-Age")).isEqualTo("600");
  }

  @Test
  void a_page_of_a_known_origin_may_read_the_headers_of_this_api_but_sends_no_credentials()
      throws Exception {
    var exchange = sent(new Exchange("GET", "/listings").header("Origin", "http://localhost:3000"));

    assertThat(passed).hasSize(1);
    assertThat(exchange.response.getHeader("Access-Control-Allow-Origin"))
        .isEqualTo("http://localhost:3000");
    assertThat(exchange.response.getHeader("Access-Control-Expose-Headers"))
        .contains("Request-Id", "ETag", "RateLimit", "Retry-After");
    assertThat(exchange.response.containsHeader("Access-Control-Allow-Credentials")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://shop.example.evil.example",
        "https://shop.example:8443",
        "http://shop.example",
        "null",
        ""
      })
  void any_other_origin_is_told_nothing(String origin) throws Exception {
    var exchange =
        sent(
            new Exchange("OPTIONS", "/bookings")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST"));

    assertThat(passed).hasSize(1);
    assertThat(exchange.response.getHeaderNames()).containsExactly("Vary");
  }

  @Test
  void caches_keep_the_answers_of_origins_apart() throws Exception {
    assertThat(sent(new Exchange("GET", "/listings")).response.getHeader("Vary"))
        .isEqualTo("Origin");
  }

  @Test
  void an_options_request_that_is_no_preflight_goes_on() throws Exception {
    var _ = sent(new Exchange("OPTIONS", "/x").header("Origin", "https://shop.example"));

    assertThat(passed).hasSize(1);
  }

  private Exchange sent(Exchange exchange) throws Exception {
    return exchange.through(filter, (_, _) -> passed.add("passed"));
  }
}
