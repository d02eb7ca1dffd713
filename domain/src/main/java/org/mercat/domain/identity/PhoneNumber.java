package org.mercat.domain.identity;

import java.util.regex.Pattern;

/** A telephone number as ITU-T E.164 writes it, such as +14165550100. */
public record PhoneNumber(String value) {

  private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

  public PhoneNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a telephone number of E.164");
    }
  }
}
