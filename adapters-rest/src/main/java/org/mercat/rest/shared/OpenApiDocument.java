package org.mercat.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.domain.shared.Permission;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The contract of this API: what the contexts have written down, completed by what the code knows
 * of every operation.
 */
public final class OpenApiDocument {

  static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

  /** The contexts, in the order in which their operations are told. */
  static final List<String> CONTEXTS =
      List.of(
          "identity",
          "rights",
          "account",
          "second-factor",
          "tenancy",
          "integration",
          "provider",
          "catalog",
          "availability",
          "search",
          "booking",
          "payment",
          "payer",
          "payout",
          "chargeback",
          "invoice",
          "direct",
          "fee",
          "tax",
          "review",
          "audit",
          "payments-stripe",
          "payments-sandbox",
          "test");

  private static final int WIDTH = 100;

  private final ObjectNode tree;

  private OpenApiDocument(ObjectNode tree) {
    this.tree = tree;
  }

  /** Of all contexts that are on the class path. */
  public static OpenApiDocument whole() {
    var tree = OpenApiFragment.read("base").orElseThrow();
    CONTEXTS.stream()
        .map(OpenApiFragment::read)
        .flatMap(Optional::stream)
        .forEach(fragment -> OpenApiFragment.merge(tree, fragment));
    addCodes(tree);
    OpenApiProblems.addTo(tree);
    tree.path("paths")
        .properties()
        .forEach(
            path ->
                METHODS.stream()
                    .filter(path.getValue()::has)
                    .forEach(
                        method ->
                            new OpenApiOperation(
                                    method, path.getKey(), (ObjectNode) path.getValue().get(method))
                                .complete()));
    return new OpenApiDocument(tree);
  }

  /** A copy of the document. */
  public ObjectNode tree() {
    return tree.deepCopy();
  }

  String json() {
    try {
      return Json.MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String yaml() {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(WIDTH);
    var plain = Json.MAPPER.convertValue(tree, new TypeReference<Map<String, Object>>() {});
    return new Yaml(options).dump(plain);
  }

  private static void addCodes(ObjectNode tree) {
    var schemas = tree.withObject("/components/schemas");
    var problems = schemas.putObject("ProblemCode").put("type", "string").putArray("enum");
    Arrays.stream(ProblemCode.values()).map(Enum::name).forEach(problems::add);
    var permissions = schemas.putObject("Permission").put("type", "string").putArray("enum");
    Arrays.stream(Permission.values()).map(Enum::name).forEach(permissions::add);
    var violations = schemas.putObject("ViolationCode").put("type", "string").putArray("enum");
    Arrays.stream(Violation.Code.values()).map(Enum::name).forEach(violations::add);
  }
}
