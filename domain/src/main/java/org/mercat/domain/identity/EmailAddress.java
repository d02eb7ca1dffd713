package org.mercat.domain.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/** Where a person gets mail. Written in one way only, so that equal addresses are equal. */
public record EmailAddress(String value) {

  public static final int LONGEST = 254;

  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}+)*+"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)++[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final int LONGEST_LOCAL_PART = 64;

  public EmailAddress {
    if (value.length() > LONGEST
        || value.indexOf('@') > LONGEST_LOCAL_PART
        || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an e-mail address");
    }
  }

  /**
   * Reads what a person typed: white space around it and upper case do not count.
   *
   * @throws IllegalArgumentException if it is not an address
   */
  public static EmailAddress of(String text) {
    return new EmailAddress(text.strip().toLowerCase(Locale.ROOT));
  }
}
