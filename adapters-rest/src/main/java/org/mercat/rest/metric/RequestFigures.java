package org.mercat.rest.metric;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.mercat.rest.metric.MetricText.Kind;
import org.mercat.rest.shared.Routes.Route;

/** Rate, errors and duration of the requests that this node has answered, by route. */
@Singleton
public final class RequestFigures implements MetricSource {

  private static final String DURATION = "mercat_http_request_duration_seconds";

  private static final long[] BOUNDS =
      Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .mapToLong(millis -> Duration.ofMillis(millis).toNanos())
          .toArray();

  private record Series(Route route, int status) {}

  /** How many took how long. */
  private static final class Histogram {
    private final LongAdder[] counts =
        Stream.generate(LongAdder::new).limit(BOUNDS.length + 1L).toArray(LongAdder[]::new);
    private final LongAdder nanos = new LongAdder();

    void add(long took) {
      var bucket = 0;
      while (bucket < BOUNDS.length && took > BOUNDS[bucket]) {
        bucket++;
      }
      counts[bucket].increment();
      nanos.add(took);
    }

    void write(MetricText text, Map<String, String> labels) {
      var sum = 0L;
      for (var bucket = 0; bucket <= BOUNDS.length; bucket++) {
        sum += counts[bucket].sum();
        var bounded = new HashMap<>(labels);
        bounded.put("le", bucket < BOUNDS.length ? MetricText.seconds(BOUNDS[bucket]) : "+Inf");
        text.sample(DURATION + "_bucket", bounded, sum);
      }
      text.seconds(DURATION + "_sum", labels, nanos.sum());
      text.sample(DURATION + "_count", labels, sum);
    }
  }

  private final Map<Series, Histogram> answered = new ConcurrentHashMap<>();
  private final LongAdder inWork = new LongAdder();

  void begun() {
    inWork.increment();
  }

  void ended(Route route, int status, long nanos) {
    inWork.decrement();
    answered.computeIfAbsent(new Series(route, status), _ -> new Histogram()).add(nanos);
  }

  @Override
  public void write(MetricText text) {
    text.family(DURATION, Kind.HISTOGRAM, "How long answers took, by route and status.");
    answered.entrySet().stream()
        .sorted(
            Comparator.comparing(
                series ->
                    series.getKey().route().template()
                        + series.getKey().route().method()
                        + series.getKey().status()))
        .forEach(series -> series.getValue().write(text, labels(series.getKey())));
    text.only(
        "mercat_http_requests_in_flight",
        Kind.GAUGE,
        "Requests in work on this node.",
        inWork.sum());
  }

  private static Map<String, String> labels(Series series) {
    return Map.of(
        "method", series.route().method(),
        "route", series.route().template(),
        "status", Integer.toString(series.status()));
  }
}
