package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;

class TransportFilterTest {

  private static final String HSTS = "Strict-Transport-Security";

  @Test
  void what_was_done_is_kept_nowhere_and_what_is_read_may_be() throws Exception {
    var filter = new TransportFilter(0);

    var done = new Exchange("POST", "/auth/login").through(filter, (_, _) -> {});
    var read = new Exchange("GET", "/listings").through(filter, (_, _) -> {});

    assertThat(done.response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(read.response.containsHeader("Cache-Control")).isFalse();
  }

  @Test
  void browsers_are_told_to_insist_on_tls_only_by_tls_and_when_it_is_set() throws Exception {
    assertThat(byTls(86_400).response.getHeader(HSTS))
        .isEqualTo("max-age=86400; includeSubDomains");
    assertThat(byTls(0).response.containsHeader(HSTS)).isFalse();
    assertThat(
            new Exchange("GET", "/listings")
                .through(new TransportFilter(86_400), (_, _) -> {})
                .response
                .containsHeader(HSTS))
        .isFalse();
  }

  @Test
  void what_was_sent_is_not_echoed() throws Exception {
    var echo =
        new Exchange("TRACE", "/listings")
            .header("Authorization", "Bearer secret")
            .through(new TransportFilter(0), (_, _) -> fail("nothing else is asked"));

    assertThat(echo.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(echo.response.getHeader("Allow")).contains("GET").doesNotContain("TRACE");
  }

  private static Exchange byTls(int seconds) throws Exception {
    var exchange = new Exchange("GET", "/listings");
    when(exchange.request.isSecure()).thenReturn(true);
    return exchange.through(new TransportFilter(seconds), (_, _) -> {});
  }
}
