package org.mercat.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One operation, completed by what the code knows: who may ask it, its headers, its problems. */
record OpenApiOperation(String method, String path, ObjectNode node) {

  /** Who may ask it: a permission, {@code signed-in} or {@code public}. */
  static final String PERMISSION = "x-permission";

  void complete() {
    if (PublicOperations.include(address())) {
      var security = node.putArray("security");
      security.addObject();
      security.addObject().putArray("bearer");
    } else {
      node.remove("security");
    }
    addParameters();
    problems().forEach(this::addProblem);
    node.path("responses").properties().forEach(this::completeResponse);
  }

  private void addParameters() {
    switch (KeyRules.of(address())) {
      case REQUIRED -> add("IdempotencyKey");
      case TAKEN -> add("IdempotencyKeyWhenSent");
      case IGNORED -> {}
    }
    if (method.equals("patch") && !takes("IfMatch"::equals)) {
      add("IfMatch");
    }
  }

  /** What an operation of this kind can be refused for, by status. */
  private TreeMap<Integer, List<ProblemCode>> problems() {
    var all = new ArrayList<ProblemCode>();
    all.add(ProblemCode.UNREADABLE_REQUEST);
    all.add(ProblemCode.UNAUTHENTICATED);
    all.add(ProblemCode.NOT_ACCEPTABLE);
    all.add(ProblemCode.TOO_MANY_REQUESTS);
    all.add(ProblemCode.INTERNAL);
    all.add(ProblemCode.UNAVAILABLE);
    if (needsPermission()) {
      all.add(ProblemCode.FORBIDDEN);
    }
    if (path.contains("{")) {
      all.add(ProblemCode.NOT_FOUND);
    }
    if (!method.equals("get")) {
      all.add(ProblemCode.TOO_LARGE);
      all.add(ProblemCode.CONCURRENT_CHANGE);
    }
    if (takesMembers()) {
      all.add(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
      all.add(ProblemCode.UNACCEPTABLE_REQUEST);
    }
    if (takes("IfMatch"::equals)) {
      all.add(ProblemCode.IF_MATCH_MISSING);
    }
    if (takes(name -> name.startsWith("IfMatch"))) {
      all.add(ProblemCode.STALE);
    }
    addOfKeys(all);
    var byStatus = new TreeMap<Integer, List<ProblemCode>>();
    all.forEach(code -> byStatus.computeIfAbsent(code.status(), _ -> new ArrayList<>()).add(code));
    return byStatus;
  }

  /** Whether members of a body are read here, be it to refuse them all. */
  private boolean takesMembers() {
    return !List.of("get", "delete").contains(method)
        && !address().isWithin("webhooks")
        && !address().isWithin("sandbox")
        && (!path.startsWith("/test/sandbox/") || node.has("requestBody"));
  }

  /** Whether it is not for everybody who has signed in. */
  private boolean needsPermission() {
    return !List.of("public", "signed-in").contains(node.path(PERMISSION).asText());
  }

  private void addOfKeys(List<ProblemCode> all) {
    var rule = KeyRules.of(address());
    if (rule == KeyRules.REQUIRED) {
      all.add(ProblemCode.IDEMPOTENCY_KEY_MISSING);
    }
    if (rule != KeyRules.IGNORED) {
      all.add(ProblemCode.IDEMPOTENCY_IN_FLIGHT);
      all.add(ProblemCode.IDEMPOTENCY_KEY_REUSED);
    }
  }

  /** Adds codes to what the context says of a status itself. */
  private void addProblem(int status, List<ProblemCode> codes) {
    var responses = node.withObject("/responses");
    var own = responses.get(Integer.toString(status));
    if (own == null) {
      responses.set(Integer.toString(status), answer(codes));
      return;
    }
    var said = own.path("description").asText();
    var unsaid = codes.stream().filter(code -> !said.contains(code.name())).toList();
    if (own instanceof ObjectNode response && !response.has("$ref") && !unsaid.isEmpty()) {
      response.put("description", said + "; " + OpenApiProblems.description(unsaid));
    }
  }

  private static ObjectNode answer(List<ProblemCode> codes) {
    return codes.size() == 1
        ? Json.MAPPER.createObjectNode().put("$ref", "#/components/responses/" + codes.getFirst())
        : OpenApiProblems.response(codes);
  }

  private void completeResponse(Map.Entry<String, JsonNode> entry) {
    var response = (ObjectNode) entry.getValue();
    if (response.has("$ref")) {
      return;
    }
    OpenApiProblems.addHeader(response, RequestId.HEADER, "RequestId");
    OpenApiProblems.addHeader(response, Limiter.POLICY, "RateLimitPolicy");
    OpenApiProblems.addHeader(response, Limiter.LEFT, "RateLimit");
    var isKept = entry.getKey().startsWith("2") || entry.getKey().equals("402");
    if (isKept && KeyRules.of(address()) != KeyRules.IGNORED) {
      OpenApiProblems.addHeader(response, IdempotencyFilter.REPLAYED, "IdempotentReplayed");
    }
  }

  private void add(String component) {
    node.withArray("/parameters").add(OpenApiProblems.parameter(component));
  }

  private boolean takes(Predicate<String> component) {
    for (var parameter : node.path("parameters")) {
      var reference = parameter.path("$ref").asText();
      if (component.test(reference.substring(reference.lastIndexOf('/') + 1))) {
        return true;
      }
    }
    return false;
  }

  private Address address() {
    return new Address(method.toUpperCase(Locale.ROOT), Address.segments(path));
  }
}
