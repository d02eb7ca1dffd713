package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mercat.rest.shared.OpenApiDocument;

/** The contract that outside clients are written from, against the resources that are there. */
class RoutesTest {

  @Test
  void the_contract_tells_exactly_the_operations_that_are_there() {
    assertThat(told()).isEqualTo(there());
  }

  private static Set<String> told() {
    return OpenApiDocument.whole().tree().path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .filter(member -> member.getValue().has("operationId"))
                    .map(operation -> route(operation.getKey(), path.getKey())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> there() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ArchitectureTest.NoTestJars())
            .importPackages("org.mercat")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect)
            .flatMap(RoutesTest::routes)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> routes(Class<?> resource) {
    var base = resource.getAnnotation(Path.class).value();
    return Stream.of(resource.getDeclaredMethods())
        .flatMap(
            method ->
                httpMethod(method).stream()
                    .map(
                        http ->
                            route(
                                http,
                                base
                                    + "/"
                                    + Optional.ofNullable(method.getAnnotation(Path.class))
                                        .map(Path::value)
                                        .orElse(""))));
  }

  private static Optional<String> httpMethod(Method method) {
    return Stream.of(method.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(type -> Stream.of(type.getAnnotationsByType(HttpMethod.class)))
        .map(HttpMethod::value)
        .findFirst();
  }

  /** Parameters may have other names in the contract than in the code. */
  private static String route(String method, String path) {
    var segments =
        Stream.of(path.split("/", -1))
            .filter(part -> !part.isEmpty())
            .map(part -> part.replaceAll("\\{.*}", "{}"))
            .collect(Collectors.joining("/"));
    return method.toLowerCase(Locale.ROOT) + " /" + segments;
  }
}
