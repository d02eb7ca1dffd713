package org.mercat.rest.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which operation a request asks for. What it is called with, ids and slugs, is left out: so there
 * are no more routes than operations, and none tells of a person.
 */
public final class Routes {

  /** Something that is asked for without a resource. */
  private static final List<String> BESIDE_THE_API =
      List.of("/openapi", "/metrics", "/dev", "/.well-known");

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** The method and the template of the path, such as {@code /api/v1/bookings/{id}}. */
  public record Route(String method, String template) {}

  /** One operation of a resource. */
  private record Operation(String method, List<String> segments) {

    boolean answers(Address address) {
      return segments.size() == address.path().size()
          && isSame(method, address.method())
          && Stream.iterate(0, index -> index + 1)
              .limit(segments.size())
              .allMatch(index -> fits(segments.get(index), address.path().get(index)));
    }

    String template() {
      return Api.BASE + "/" + String.join("/", segments);
    }

    long parameters() {
      return segments.stream().filter(Operation::isParameter).count();
    }

    private static boolean isSame(String method, String asked) {
      return method.equals(asked)
          || (method.equals("GET") && asked.equals("HEAD"))
          || asked.equals("OPTIONS");
    }

    private static boolean fits(String segment, String asked) {
      return isParameter(segment) || segment.equals(asked);
    }

    private static boolean isParameter(String segment) {
      return segment.startsWith("{");
    }
  }

  private final List<Operation> operations;

  private Routes(List<Operation> operations) {
    this.operations = operations;
  }

  /** Those of classes with {@link Path}; a word in a path is preferred to a parameter. */
  public static Routes of(Collection<Class<?>> resources) {
    return new Routes(
        resources.stream()
            .flatMap(Routes::operations)
            .sorted(Comparator.comparingLong(Operation::parameters))
            .toList());
  }

  /** The route of a request; one that leads nowhere is {@code unmatched}. */
  public Route of(HttpServletRequest request) {
    var method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
    return new Route(method, template(request).orElse("unmatched"));
  }

  private Optional<String> template(HttpServletRequest request) {
    var uri = request.getRequestURI();
    if (!uri.startsWith(Api.BASE + "/")) {
      return BESIDE_THE_API.stream()
          .filter(base -> uri.equals(base) || uri.startsWith(base + "/"))
          .findFirst();
    }
    var asked = Address.of(request);
    var canonical = new Address(asked.method(), Aliases.canonical(asked.path()));
    return operations.stream()
        .filter(operation -> operation.answers(canonical))
        .map(Operation::template)
        .findFirst();
  }

  private static Stream<Operation> operations(Class<?> resource) {
    var base = resource.getAnnotation(Path.class).value();
    return Stream.of(resource.getDeclaredMethods())
        .flatMap(method -> httpMethod(method).map(http -> operation(http, base, method)).stream());
  }

  private static Operation operation(String http, String base, Method method) {
    var path = method.getAnnotation(Path.class);
    var whole = base + "/" + (path == null ? "" : path.value());
    var names = whole.replaceAll("\\{\\s*(\\w+)\\s*:[^{}]*(\\{[^{}]*}[^{}]*)*}", "{$1}");
    return new Operation(http, Address.segments(names));
  }

  private static Optional<String> httpMethod(Method method) {
    return Stream.of(method.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(type -> Stream.of(type.getAnnotationsByType(HttpMethod.class)))
        .map(HttpMethod::value)
        .findFirst();
  }
}
