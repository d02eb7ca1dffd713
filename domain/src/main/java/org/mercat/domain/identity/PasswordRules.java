package org.mercat.domain.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a new password must not be: one of those that everybody tries first, or a word about its
 * owner or this market (ASVS 6.2.4, 6.2.11). Which characters it has is nobody's business (6.2.5).
 */
public final class PasswordRules {

  /** Why a password is guessed too easily. */
  public enum Weakness {
    COMMON,
    /** The name, the address or the market, with no more than digits and signs around it. */
    ABOUT_ITS_OWNER
  }

  /** Words that stand for this product and for those who run it (ASVS 6.1.2). */
  private static final Set<String> OF_THE_MARKET =
      Set.of("mercat", "market", "marketplace", "admin", "administrator", "password", "provider");

  private static final String COMMON = "common-passwords.txt";
  private static final Pattern NO_LETTERS_AROUND = Pattern.compile("^\\P{L}+|\\P{L}+$");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("\\P{L}+");
  private static final int SHORTEST_WORD = 3;

  private PasswordRules() {}

  public static Optional<Weakness> weakness(
      Password password, EmailAddress email, PersonName name) {
    var text = plain(password.text());
    if (Common.ALL.contains(text)) {
      return Optional.of(Weakness.COMMON);
    }
    var bare = NO_LETTERS_AROUND.matcher(text).replaceAll("");
    return about(email, name).anyMatch(word -> isAbout(text, bare, word))
        ? Optional.of(Weakness.ABOUT_ITS_OWNER)
        : Optional.empty();
  }

  private static boolean isAbout(String text, String bare, String word) {
    return text.equals(word) || bare.equals(word) || bare.equals(word.repeat(2));
  }

  private static Stream<String> about(EmailAddress email, PersonName name) {
    var address = plain(email.value());
    var local = address.substring(0, address.indexOf('@'));
    var first = plain(name.first());
    var last = plain(name.last());
    var whole = Stream.of(address, local, first, last, first + last, last + first);
    var parts = Stream.of(local, first, last).flatMap(BETWEEN_WORDS::splitAsStream);
    return Stream.of(whole, parts, OF_THE_MARKET.stream())
        .flatMap(words -> words)
        .filter(word -> word.length() >= SHORTEST_WORD);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).strip();
  }

  /** Read when the first password is chosen. */
  private static final class Common {

    static final Set<String> ALL = read();

    private static Set<String> read() {
      try (var file = PasswordRules.class.getResourceAsStream(COMMON)) {
        if (file == null) {
          throw new IllegalStateException(COMMON + " is not on the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
          return lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.toUnmodifiableSet());
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
