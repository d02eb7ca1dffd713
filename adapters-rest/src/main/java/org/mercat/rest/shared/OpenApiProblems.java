package org.mercat.rest.shared;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers that refuse, one per code, as the document tells them. */
final class OpenApiProblems {

  private static final String INSTANCE = "5f0c6a2e-8a4e-4f0c-9c55-0f6a3f4be1a7";

  private OpenApiProblems() {}

  static void addTo(ObjectNode document) {
    var responses = document.withObject("/components/responses");
    Arrays.stream(ProblemCode.values())
        .forEach(code -> responses.set(code.name(), response(List.of(code))));
  }

  /** An answer that tells one of several codes of one status. */
  static ObjectNode response(List<ProblemCode> codes) {
    var response = Json.MAPPER.createObjectNode();
    response.put("description", description(codes));
    addHeader(response, RequestId.HEADER, "RequestId");
    if (codes.stream()
        .map(Problem::headers)
        .anyMatch(headers -> headers.containsKey("Retry-After"))) {
      addHeader(response, "Retry-After", "RetryAfter");
    }
    var content = response.putObject("content").putObject(Problem.MEDIA_TYPE);
    content.putObject("schema").put("$ref", "#/components/schemas/Problem");
    content.set("example", example(codes.getFirst()));
    return response;
  }

  static String description(List<ProblemCode> codes) {
    return codes.stream()
        .map(code -> "`" + code + "` - " + code.title())
        .reduce((one, other) -> one + "; " + other)
        .orElse("");
  }

  static void addHeader(ObjectNode response, String name, String component) {
    response
        .withObject("/headers")
        .putObject(name)
        .put("$ref", "#/components/headers/" + component);
  }

  private static ObjectNode example(ProblemCode code) {
    var problem =
        new Problem(
            code.type(),
            code.title(),
            code.status(),
            code,
            code.title() + ".",
            Optional.of(INSTANCE),
            code == ProblemCode.UNACCEPTABLE_REQUEST
                ? List.of(new Violation("/price", Violation.Code.REQUIRED, "is missing"))
                : List.of());
    return Json.MAPPER.convertValue(problem, ObjectNode.class);
  }

  /** The header and the component of each parameter that the code knows of. */
  static ObjectNode parameter(String component) {
    return Json.MAPPER.valueToTree(Map.of("$ref", "#/components/parameters/" + component));
  }
}
