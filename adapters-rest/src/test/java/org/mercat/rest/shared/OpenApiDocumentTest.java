package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mercat.domain.shared.Permission;

class OpenApiDocumentTest {

  private static final OpenApiDocument WHOLE = OpenApiDocument.whole();
  private static final ObjectNode DOCUMENT = WHOLE.tree();

  /** What an operation lacks is collected, so that one run tells it all. */
  private final List<String> lacking = new ArrayList<>();

  @Test
  void every_operation_has_a_name_of_its_own_and_says_what_it_does() {
    var names = new ArrayList<String>();
    each(
        (where, operation) -> {
          var name = operation.path("operationId").asText();
          names.add(name);
          lacks(where, "operationId in lowerCamel", !name.matches("[a-z]+([A-Z0-9][a-z]*)*"));
          lacks(where, "summary", operation.path("summary").asText().isEmpty());
          lacks(where, "tags", operation.path("tags").isEmpty());
        });

    assertThat(lacking).isEmpty();
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void every_operation_says_who_may_ask_it() {
    var words = new HashSet<>(Set.of("public", "signed-in"));
    Stream.of(Permission.values()).map(Permission::name).forEach(words::add);
    each(
        (where, operation) -> {
          var permission = operation.path("x-permission").asText();
          lacks(where, "x-permission", !words.contains(permission));
          lacks(where, "403", !isForAnybody(permission) && !operation.at("/responses").has("403"));
          lacks(
              where,
              "a public address, or says that it is public",
              permission.equals("public") != PublicOperations.include(address(where)));
        });

    assertThat(lacking).isEmpty();
  }

  @Test
  void every_body_has_an_example_that_its_schema_allows() {
    each(
        (where, operation) -> {
          examples(where + " request", operation.path("requestBody"));
          operation
              .path("responses")
              .properties()
              .forEach(
                  response -> {
                    if (!response.getValue().has("$ref") && response.getKey().startsWith("2")) {
                      examples(where + " " + response.getKey(), response.getValue());
                    }
                  });
        });

    assertThat(lacking).isEmpty();
  }

  @Test
  void every_operation_tells_a_success_and_what_it_is_refused_for() {
    each(
        (where, operation) -> {
          var responses = operation.path("responses");
          lacks(
              where,
              "success",
              responses.properties().stream().map(Map.Entry::getKey).noneMatch(this::isSuccess));
          for (var status : List.of("400", "401", "500", "503")) {
            lacks(where, status, !responses.has(status));
          }
          var isOurs = !path(where).startsWith("/webhooks/");
          lacks(where, "422", isOurs && operation.has("requestBody") && !responses.has("422"));
        });

    assertThat(lacking).isEmpty();
  }

  @Test
  void every_path_parameter_is_told() {
    each(
        (where, operation) -> {
          var path = path(where);
          var names = new ArrayList<String>();
          operation.path("parameters").forEach(one -> names.add(one.path("name").asText()));
          var shared = DOCUMENT.path("paths").path(path).path("parameters");
          shared.forEach(one -> names.add(one.path("name").asText()));
          Stream.of(path.split("/", -1))
              .filter(part -> part.startsWith("{"))
              .map(part -> part.substring(1, part.length() - 1))
              .forEach(name -> lacks(where, "parameter " + name, !names.contains(name)));
        });

    assertThat(lacking).isEmpty();
  }

  @Test
  void every_reference_leads_somewhere() {
    for (var reference : DOCUMENT.findValuesAsText("$ref")) {
      lacks(reference, "target", DOCUMENT.at(reference.substring(1)).isMissingNode());
    }

    assertThat(lacking).isEmpty();
  }

  @Test
  void every_code_of_a_problem_is_in_the_document() {
    assertThat(DOCUMENT.at("/components/schemas/ProblemCode/enum"))
        .hasSameSizeAs(ProblemCode.values());
    assertThat(
            SchemaCheck.of(
                DOCUMENT,
                DOCUMENT.at("/components/schemas/Problem"),
                DOCUMENT
                    .at("/components/responses/SLOT_TAKEN/content")
                    .get(Problem.MEDIA_TYPE)
                    .get("example")))
        .isEmpty();
  }

  @Test
  void every_file_of_a_context_is_in_the_document() throws IOException, URISyntaxException {
    URL base = OpenApiDocument.class.getResource("/openapi/base.yaml");
    try (var files =
        Files.list(Path.of(Objects.requireNonNull(base).toURI()).resolveSibling("."))) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".yaml"))
                  .map(name -> name.substring(0, name.length() - ".yaml".length()))
                  .filter(name -> !name.equals("base")))
          .isSubsetOf(OpenApiDocument.CONTEXTS);
    }
  }

  @Test
  void both_forms_tell_the_same() throws IOException {
    assertThat(WHOLE.yaml()).startsWith("openapi: 3.1.0");
    assertThat(Json.MAPPER.readTree(WHOLE.json()).path("openapi").asText()).isEqualTo("3.1.0");
  }

  private void each(BiConsumer<String, JsonNode> check) {
    DOCUMENT
        .path("paths")
        .properties()
        .forEach(
            path ->
                OpenApiDocument.METHODS.stream()
                    .filter(path.getValue()::has)
                    .forEach(
                        method ->
                            check.accept(
                                method + " " + path.getKey(), path.getValue().get(method))));
  }

  private void examples(String where, JsonNode holder) {
    holder
        .path("content")
        .properties()
        .forEach(
            form -> {
              if (form.getKey().endsWith("json")) {
                example(where, form.getValue());
              }
            });
  }

  private void example(String where, JsonNode form) {
    var all = new ArrayList<JsonNode>();
    if (form.has("example")) {
      all.add(form.get("example"));
    }
    form.path("examples").forEach(one -> all.add(one.path("value")));
    lacks(where, "example", all.isEmpty());
    lacks(where, "schema", !form.has("schema"));
    all.forEach(
        one ->
            SchemaCheck.of(DOCUMENT, form.path("schema"), one)
                .forEach(wrong -> lacking.add(where + wrong)));
  }

  private static boolean isForAnybody(String permission) {
    return permission.equals("public") || permission.equals("signed-in");
  }

  private static Address address(String where) {
    var method = where.substring(0, where.indexOf(' ')).toUpperCase(Locale.ROOT);
    return new Address(method, Address.segments(path(where)));
  }

  private boolean isSuccess(String status) {
    return status.startsWith("2") || status.startsWith("3");
  }

  private static String path(String where) {
    return where.substring(where.indexOf(' ') + 1);
  }

  private void lacks(String where, String what, boolean lacks) {
    if (lacks) {
      lacking.add(where + " lacks " + what);
    }
  }
}
