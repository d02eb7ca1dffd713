package org.mercat.payments.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.mercat.application.scenario.MoneyScenarios;

/** docs/money-scenarios.md is made from the suite; {@code -Dmercat.docs.write=true} writes it. */
class MoneyScenariosPageTest {

  private static final Path PAGE = Path.of("..", "docs", "money-scenarios.md");
  private static final int LEAST = 60;

  /** A gateway, and what runs the suite against it. */
  private record Runner(String gateway, Class<?> test) {

    static Runner of(String gateway, String test) {
      try {
        return new Runner(gateway, Class.forName("org.mercat.payments." + test));
      } catch (ClassNotFoundException missing) {
        throw new AssertionError(missing);
      }
    }

    /** Neither left out nor replaced by something easier. */
    boolean runs(Method scenario) {
      return !test.isAnnotationPresent(Disabled.class)
          && (scenario.getDeclaringClass().equals(test)
              || Arrays.asList(test.getMethods()).contains(scenario));
    }

    List<Method> own() {
      return tests(test).toList();
    }
  }

  private static final List<Runner> RUNNERS =
      List.of(
          Runner.of("sandbox", "sandbox.SandboxScenariosTest"),
          Runner.of("Stripe", "stripe.StripeScenariosTest"));

  @Test
  void the_page_names_what_every_gateway_is_put_through() throws IOException {
    var page = page();
    if (Boolean.getBoolean("mercat.docs.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).hasContent(page);
  }

  @Test
  void there_are_scenarios_enough_and_every_gateway_runs_all_of_them() {
    var scenarios = subjects().stream().flatMap(MoneyScenariosPageTest::tests).toList();

    assertThat(scenarios).hasSizeGreaterThanOrEqualTo(LEAST);
    assertThat(scenarios).allMatch(it -> RUNNERS.stream().allMatch(runner -> runner.runs(it)));
  }

  private static String page() {
    var subjects = subjects();
    var count = subjects.stream().flatMap(MoneyScenariosPageTest::tests).count();
    var rows = new ArrayList<String>();
    for (var subject : subjects) {
      rows.add("| **" + words(subject.getSimpleName().replace("Scenarios", "")) + "** | | |");
      tests(subject).map(MoneyScenariosPageTest::row).forEach(rows::add);
    }
    RUNNERS.forEach(
        runner -> runner.own().stream().map(MoneyScenariosPageTest::row).forEach(rows::add));
    return """
        # Money scenarios

        What users of payment systems have suffered, %d scenarios, each lived through by the use cases, the
        inbox of events and the adapter of a gateway together: against the sandbox, and against the adapter
        of Stripe, which speaks HTTP to a Stripe in the test sources. Those marked with × are lived
        through many times, for instance once for each call of the gateway and each thing that may go wrong
        with it. Nearly all end by comparing the ledger with the gateway's own books to the cent.

        | Scenario | sandbox | Stripe |
        |---|---|---|
        %s

        ```sh
        ./mvnw -pl adapters-payments -am test -Dtest='*ScenariosTest' -Dsurefire.failIfNoSpecifiedTests=false
        ```

        This page is generated: `./mvnw test -pl adapters-payments -am -Dmercat.docs.write=true`.
        """
        .formatted(count, String.join("\n", rows));
  }

  private static String row(Method scenario) {
    var times = scenario.isAnnotationPresent(ParameterizedTest.class) ? "×" : "✓";
    var cells = RUNNERS.stream().map(runner -> runner.runs(scenario) ? times : "–").toList();
    return "| " + words(scenario.getName()) + " | " + String.join(" | ", cells) + " |";
  }

  /** In the order in which the suite names them. */
  private static List<Class<?>> subjects() {
    return List.of(MoneyScenarios.class.getInterfaces());
  }

  private static Stream<Method> tests(Class<?> subject) {
    return Arrays.stream(subject.getDeclaredMethods())
        .filter(
            it ->
                it.isAnnotationPresent(Test.class)
                    || it.isAnnotationPresent(ParameterizedTest.class))
        .sorted(Comparator.comparing(Method::getName));
  }

  private static String words(String name) {
    var text = name.replace('_', ' ');
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
