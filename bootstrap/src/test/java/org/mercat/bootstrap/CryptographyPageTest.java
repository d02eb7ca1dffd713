package org.mercat.bootstrap;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/security/cryptography.md lists every key and every class that does cryptography; {@code
 * -Dmercat.docs=write} writes the classes and their algorithms from the sources.
 */
class CryptographyPageTest {

  private static final Path PAGE = Sources.page("security", "cryptography.md");
  private static final String MARK = "<!-- from the sources -->\n";

  /** What brings cryptography into a source; all of it comes from the JDK or two libraries. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "import (javax\\.crypto|com\\.nimbusds\\.jose|org\\.bouncycastle|java\\.security)\\.[\\w.]+;");

  private static final Pattern NO_CRYPTOGRAPHY =
      Pattern.compile("import java\\.security\\.(?:Principal|GeneralSecurityException);");

  /** How algorithms and curves are named in the sources. */
  private static final Pattern ALGORITHM =
      Pattern.compile(
          "\"((?:AES|DES|RC4|ARCFOUR|Blowfish|ChaCha|Hmac|SHA|MD|RSA|DSA|EC|Ed|X25|PBE|PBKDF|secp|NONE)"
              + "(?:[A-Z0-9/_-][A-Za-z0-9/_-]*|MAC|with[A-Za-z]*|[a-z]*\\d+\\w*)?)\""
              + "|\\b((?:JWSAlgorithm|JWEAlgorithm|Curve)\\.[A-Z]\\w+|ARGON2_(?!VERSION)\\w+)");

  /** What may be used; each is approved by NIST or recommended by OWASP for what it is used for. */
  private static final Set<String> APPROVED =
      Set.of(
          "AES",
          "AES/GCM/NoPadding",
          "HmacSHA256",
          "SHA-256",
          // For the codes of authenticators alone, which know nothing else (RFC 6238).
          "HmacSHA1",
          "EC",
          "secp256r1",
          "JWSAlgorithm.ES256",
          "Curve.P_256",
          "ARGON2_id");

  @Test
  void the_page_lists_every_class_that_does_cryptography_and_its_algorithms() throws IOException {
    var page = Files.readString(PAGE);
    var whole = page.substring(0, page.indexOf(MARK) + MARK.length()) + rows();
    if ("write".equals(System.getProperty("mercat.docs"))) {
      Files.writeString(PAGE, whole);
    }

    assertThat(PAGE).hasContent(whole);
  }

  @Test
  void nothing_but_approved_algorithms_is_asked_for() throws IOException {
    var used = new TreeSet<String>();
    for (var text : cryptography().values()) {
      used.addAll(algorithms(text));
    }

    assertThat(used).contains("AES/GCM/NoPadding", "HmacSHA256", "ARGON2_id").isSubsetOf(APPROVED);
  }

  @Test
  void known_libraries_do_the_cryptography_and_no_class_of_ours() throws IOException {
    assertThat(
            Sources.naming(
                text ->
                    Pattern.compile("extends \\w*Spi\\b").matcher(text).find()
                        || text.contains("Security.addProvider")
                        || text.contains("Security.insertProviderAt")
                        || text.contains("new Random(")
                        || text.contains("ThreadLocalRandom")
                        || text.contains("Math.random")))
        .isEmpty();
  }

  @Test
  void the_inventory_names_every_secret_of_the_settings() throws IOException {
    var page = Files.readString(PAGE);

    assertThat(secrets()).hasSizeGreaterThan(6).allSatisfy(name -> assertThat(page).contains(name));
  }

  private static Stream<String> secrets() {
    return Arrays.stream(Setting.values())
        .map(Setting::variable)
        .filter(name -> name.matches(".*_(?:PASSWORD|KEY|KEYS|SECRET|SECRETS|TOKEN)"));
  }

  private static String rows() throws IOException {
    var rows =
        cryptography().entrySet().stream()
            .map(
                source ->
                    "| `%s` | %s | %s |%n"
                        .formatted(
                            source.getKey(),
                            cells(libraries(source.getValue())),
                            cells(algorithms(source.getValue()))))
            .collect(joining());
    return "\n| Class | Done by | Algorithms named |\n|---|---|---|\n"
        + rows
        + "\nThis table is generated: `./mvnw test -pl bootstrap -am -Dmercat.docs=write`.\n";
  }

  private static Map<String, String> cryptography() throws IOException {
    var found = new TreeMap<String, String>();
    for (var module : Sources.modules()) {
      Sources.product(module)
          .forEach(
              (path, text) -> {
                if (!libraries(text).isEmpty()) {
                  found.put(Sources.type(path), text);
                }
              });
    }
    return found;
  }

  private static Set<String> libraries(String text) {
    return all(LIBRARY, NO_CRYPTOGRAPHY.matcher(text).replaceAll(""));
  }

  private static Set<String> algorithms(String text) {
    return all(ALGORITHM, text);
  }

  private static Set<String> all(Pattern pattern, String text) {
    var found = new TreeSet<String>();
    pattern.matcher(text).results().map(CryptographyPageTest::first).forEach(found::add);
    return found;
  }

  private static String first(MatchResult match) {
    var one = match.group(1);
    return one == null ? match.group(2) : one;
  }

  private static String cells(Set<String> names) {
    return names.stream().map("`%s`"::formatted).collect(joining(", "));
  }
}
