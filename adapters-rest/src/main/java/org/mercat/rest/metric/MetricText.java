package org.mercat.rest.metric;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures in the text format of Prometheus, version 0.0.4. */
public final class MetricText {

  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final int DIGITS_OF_NANOS = 9;

  /** What a figure may do: a counter only grows while the node runs. */
  public enum Kind {
    COUNTER,
    GAUGE,
    HISTOGRAM
  }

  private final StringBuilder text = new StringBuilder();

  /** Begins the figures of that name, all of which have to follow at once. */
  @CanIgnoreReturnValue
  public MetricText family(String name, Kind kind, String meaning) {
    text.append("# HELP ").append(name).append(' ').append(meaning).append('\n');
    text.append("# TYPE ").append(name).append(' ');
    text.append(kind.name().toLowerCase(Locale.ROOT)).append('\n');
    return this;
  }

  @CanIgnoreReturnValue
  public MetricText sample(String name, Map<String, String> labels, long value) {
    return sample(name, labels, Long.toString(value));
  }

  /** A time in seconds, given in nanoseconds. */
  @CanIgnoreReturnValue
  public MetricText seconds(String name, Map<String, String> labels, long nanos) {
    return sample(name, labels, seconds(nanos));
  }

  /** A family of one figure without labels. */
  @CanIgnoreReturnValue
  public MetricText only(String name, Kind kind, String meaning, long value) {
    return family(name, kind, meaning).sample(name, Map.of(), value);
  }

  static String seconds(long nanos) {
    var seconds = BigDecimal.valueOf(nanos, DIGITS_OF_NANOS);
    return seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString();
  }

  @CanIgnoreReturnValue
  private MetricText sample(String name, Map<String, String> labels, String value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append(
          labels.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
              .collect(Collectors.joining(",", "{", "}")));
    }
    text.append(' ').append(value).append('\n');
    return this;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
