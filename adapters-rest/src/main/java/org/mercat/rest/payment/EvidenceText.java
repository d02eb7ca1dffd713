package org.mercat.rest.payment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.payment.EvidenceField;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;

/** Evidence on the wire: a member for each field, such as {@code serviceDate}. */
final class EvidenceText {

  private EvidenceText() {}

  /** What is asked for. */
  record Asked(Map<EvidenceField, String> answers, boolean submit) {}

  static Parsed<Asked> read(@Nullable JsonNode body) {
    var members = Members.of(body);
    var answers = members.object("answers");
    var read = new EnumMap<EvidenceField, Supplier<Optional<String>>>(EvidenceField.class);
    for (var field : EvidenceField.values()) {
      var most = field.isFile() ? EvidenceField.MOST_OF_NAME : EvidenceField.MOST;
      var member = answers.optionalText(name(field), 1, most);
      read.put(field, member);
    }
    var submit = members.flag("submit");
    return members.into(() -> new Asked(given(read), submit.get()));
  }

  /** By the names of the members, in their order. */
  static Map<String, String> show(Map<EvidenceField, String> answers) {
    var shown = new TreeMap<String, String>();
    answers.forEach((field, answer) -> shown.put(name(field), answer));
    return shown;
  }

  private static Map<EvidenceField, String> given(
      Map<EvidenceField, Supplier<Optional<String>>> read) {
    var given = new EnumMap<EvidenceField, String>(EvidenceField.class);
    read.forEach((field, answer) -> answer.get().ifPresent(text -> given.put(field, text)));
    return given;
  }

  private static String name(EvidenceField field) {
    var words = field.name().toLowerCase(Locale.ROOT).split("_", -1);
    var name = new StringBuilder(words[0]);
    for (var index = 1; index < words.length; index++) {
      name.append(words[index].substring(0, 1).toUpperCase(Locale.ROOT))
          .append(words[index].substring(1));
    }
    return name.toString();
  }
}
