package org.mercat.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Secrets, as answers and mails have told them by the names of their members, and whether a text
 * gives one of them away: as it is, in hexadecimal digits, in base 64, or decoded.
 */
final class LiveSecrets {

  private static final Pattern NAME =
      Pattern.compile("(?i).*(token|secret|password|recovery).*|url|uri|link");

  /** What is secret about an address: the value of a parameter, or the last part of the path. */
  private static final Pattern IN_ADDRESS = Pattern.compile("(?<=[=/])[\\w-]{16,}(?=$|[&#])");

  /** With either alphabet of RFC 4648. */
  private static final Pattern BASE_64 = Pattern.compile("[\\w+/-]{16,}=*");

  private static final Pattern BASE_32 = Pattern.compile("[A-Z2-7]{16,}=*");

  /** Anything shorter may stand somewhere by chance, and is looked for as a word. */
  private static final int SHORTEST = 10;

  private final Map<String, String> names = new LinkedHashMap<>();

  /** Every secret that an answer tells. */
  void told(JsonNode answer) {
    told("", answer);
  }

  private void told(String name, JsonNode node) {
    if (node.isObject()) {
      node.properties().forEach(member -> told(member.getKey(), member.getValue()));
    } else if (node.isArray()) {
      node.forEach(item -> told(name, item));
    } else if (node.isTextual() && NAME.matcher(name).matches()) {
      add(name, node.asText());
    }
  }

  void add(String name, String secret) {
    if (secret.contains("://")) {
      IN_ADDRESS.matcher(secret).results().map(MatchResult::group).forEach(it -> add(name, it));
      return;
    }
    names.putIfAbsent(secret, name);
    var parts = secret.split("\\.", -1);
    if (parts.length == 3) {
      names.putIfAbsent(parts[2], "signature of " + name);
    }
    if (secret.startsWith("mk_")) {
      names.putIfAbsent(secret.substring(secret.indexOf('_', 3) + 1), "secret part of " + name);
    }
  }

  void add(String name, byte[] secret) {
    add(name, HexFormat.of().formatHex(secret));
    add(name, Base64.getEncoder().encodeToString(secret));
  }

  /** How the secrets are called that were told. */
  List<String> names() {
    return names.values().stream().distinct().toList();
  }

  /** All that were told so far, to be looked for. */
  Search search() {
    return new Search(names);
  }

  /** Looks for all secrets at once: each place of a text is compared with what begins like it. */
  static final class Search {

    private record Form(String text, String name) {}

    private static final int BEGINNINGS = 1 << 16;

    private final List<List<Form>> byBeginning =
        new ArrayList<>(Collections.nCopies(BEGINNINGS, List.<Form>of()));
    private final Map<Pattern, String> words = new LinkedHashMap<>();

    private Search(Map<String, String> names) {
      names.forEach(
          (secret, name) -> {
            if (secret.length() < SHORTEST) {
              words.put(word(secret), name);
            } else {
              forms(secret).forEach(form -> add(new Form(form, name)));
            }
          });
    }

    /** The names of those that a readable text gives away. */
    Set<String> in(String text) {
      var found = longOnes(text);
      words.forEach(
          (word, name) -> {
            if (word.matcher(text).find()) {
              found.add(name);
            }
          });
      return found;
    }

    /** The same of bytes, among which a short one may stand by chance. */
    Set<String> in(byte[] bytes) {
      return longOnes(new String(bytes, ISO_8859_1));
    }

    private Set<String> longOnes(String text) {
      var found = new TreeSet<String>();
      for (var place = 0; place < text.length() - 1; place++) {
        for (var form : byBeginning.get(beginning(text, place))) {
          if (text.startsWith(form.text(), place)) {
            found.add(form.name());
          }
        }
      }
      return found;
    }

    private void add(Form form) {
      var place = beginning(form.text(), 0);
      var forms = new ArrayList<>(byBeginning.get(place));
      forms.add(form);
      byBeginning.set(place, forms);
    }

    private static int beginning(String text, int place) {
      return ((text.charAt(place) & 0xff) << 8) | (text.charAt(place + 1) & 0xff);
    }

    private static Pattern word(String code) {
      return Pattern.compile("(?<![\\w.-])" + Pattern.quote(code) + "(?![\\w-])");
    }
  }

  private static List<String> forms(String secret) {
    var forms = new ArrayList<String>();
    forms.add(secret);
    var bytes = secret.getBytes(UTF_8);
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    for (var decoded : decoded(secret)) {
      forms.add(HexFormat.of().formatHex(decoded));
      forms.add(new String(decoded, ISO_8859_1));
    }
    return forms;
  }

  private static List<byte[]> decoded(String secret) {
    var all = new ArrayList<byte[]>();
    if (BASE_64.matcher(secret).matches()) {
      var whole = secret.substring(0, secret.length() / 4 * 4);
      all.add(Base64.getDecoder().decode(whole.replace('-', '+').replace('_', '/')));
    }
    if (BASE_32.matcher(secret).matches()) {
      all.add(base32(secret.replace("=", "")));
    }
    return all;
  }

  /** RFC 4648 without padding, for texts of whole bytes. */
  private static byte[] base32(String text) {
    var digits = new StringBuilder();
    for (var letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
      var value = Character.isDigit(letter) ? letter - '2' + 26 : letter - 'A';
      digits.append(Character.forDigit(value, 32));
    }
    return new BigInteger(digits.toString(), 32).toByteArray();
  }
}
