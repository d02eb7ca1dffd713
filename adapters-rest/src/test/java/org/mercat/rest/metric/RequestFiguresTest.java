package org.mercat.rest.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mercat.rest.shared.Routes.Route;

class RequestFiguresTest {

  private final RequestFigures figures = new RequestFigures();

  @Test
  void answers_are_counted_by_route_and_status_in_the_bucket_of_their_time() {
    ended("GET", "/api/v1/bookings/{id}", 200, Duration.ofMillis(7));
    ended("GET", "/api/v1/bookings/{id}", 200, Duration.ofSeconds(20));
    ended("GET", "/api/v1/bookings/{id}", 404, Duration.ofMillis(5));

    var labels = "method=\"GET\",route=\"/api/v1/bookings/{id}\"";
    assertThat(text())
        .contains(
            "# TYPE mercat_http_request_duration_seconds histogram",
            "_bucket{le=\"0.005\"," + labels + ",status=\"200\"} 0",
            "_bucket{le=\"0.01\"," + labels + ",status=\"200\"} 1",
            "_bucket{le=\"10\"," + labels + ",status=\"200\"} 1",
            "_bucket{le=\"+Inf\"," + labels + ",status=\"200\"} 2",
            "_sum{" + labels + ",status=\"200\"} 20.007",
            "_count{" + labels + ",status=\"200\"} 2",
            "_bucket{le=\"0.005\"," + labels + ",status=\"404\"} 1");
  }

  @Test
  void what_has_begun_and_not_ended_is_in_flight() {
    figures.begun();
    ended("GET", "/openapi", 200, Duration.ofMillis(1));

    assertThat(text()).contains("mercat_http_requests_in_flight 1");
  }

  private void ended(String method, String template, int status, Duration took) {
    figures.begun();
    figures.ended(new Route(method, template), status, took.toNanos());
  }

  private String text() {
    var text = new MetricText();
    figures.write(text);
    return text.toString();
  }
}
