package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "42-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more"
      })
  void the_trace_of_the_caller_goes_on(String parent) throws Exception {
    assertThat(traceOf(new Exchange("GET", "/search").header("traceparent", parent)))
        .isEqualTo(TRACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
      })
  void what_is_no_trace_begins_a_new_one(String parent) throws Exception {
    assertThat(traceOf(new Exchange("GET", "/search").header("traceparent", parent)))
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(TRACE);
  }

  @Test
  void a_request_has_one_trace_however_often_it_is_asked() throws Exception {
    var exchange = new Exchange("GET", "/search");

    assertThat(traceOf(exchange)).isEqualTo(traceOf(exchange));
  }

  private static String traceOf(Exchange exchange) {
    return TraceContext.of(exchange.request).traceId();
  }
}
