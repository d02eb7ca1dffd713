package org.mercat.rest.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mercat.rest.metric.MetricText.Kind;

class MetricTextTest {

  private static final Pattern LINE =
      Pattern.compile(
          "# HELP [a-z_]+ .+|# TYPE [a-z_]+ (counter|gauge|histogram)"
              + "|[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? -?[0-9.]+");

  @Test
  void labels_are_escaped_and_in_a_fixed_order() {
    var text =
        new MetricText()
            .family("held", Kind.GAUGE, "What is held.")
            .sample("held", Map.of("b", "a \"quoted\" \\ and\nbroken", "a", "1"), 7);

    assertThat(text)
        .hasToString(
            """
            # HELP held What is held.
            # TYPE held gauge
            held{a="1",b="a \\"quoted\\" \\\\ and\\nbroken"} 7
            """);
  }

  @Test
  void nanoseconds_are_told_as_seconds() {
    assertThat(MetricText.seconds(0)).isEqualTo("0");
    assertThat(MetricText.seconds(1)).isEqualTo("0.000000001");
    assertThat(MetricText.seconds(2_500_000_000L)).isEqualTo("2.5");
    assertThat(MetricText.seconds(10_000_000_000L)).isEqualTo("10");
  }

  @Test
  void the_process_tells_of_itself_in_the_same_form() {
    var text = new MetricText();

    new JvmFigures().write(text);

    assertThat(text.toString().lines()).isNotEmpty().allMatch(LINE.asMatchPredicate());
  }
}
