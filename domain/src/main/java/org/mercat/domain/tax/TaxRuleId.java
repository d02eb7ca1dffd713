package org.mercat.domain.tax;

import java.util.UUID;

public record TaxRuleId(UUID value) {

  private static final int END = 12;

  /** What tells the rules apart that begin on one day, in their names. */
  String end() {
    var text = value.toString();
    return text.substring(text.length() - END);
  }
}
