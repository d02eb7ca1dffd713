package org.mercat.domain.notification;

import java.util.regex.Pattern;

/**
 * Who is told.
 *
 * @param name how the person is called, 1 to 201 characters of one line
 */
public record Recipient(Address address, String name, Language language) {

  public static final int LONGEST_NAME = 201;

  public Recipient {
    if (name.isBlank()
        || name.codePointCount(0, name.length()) > LONGEST_NAME
        || name.codePoints().anyMatch(Recipient::breaksTheLine)) {
      throw new IllegalArgumentException(
          "a name is one line of 1 to " + LONGEST_NAME + " characters");
    }
  }

  private static boolean breaksTheLine(int character) {
    var type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** By which way a person is reached. */
  public sealed interface Address {

    String value();

    /** An e-mail address, as it stands in an account. */
    record Email(String value) implements Address {

      private static final Pattern FORM = Pattern.compile("[!-?A-~]{1,64}+@[A-Za-z0-9.-]{1,253}+");

      public Email {
        if (!FORM.matcher(value).matches()) {
          throw new IllegalArgumentException("not an e-mail address");
        }
      }
    }

    /** A telephone number in the form of E.164, such as +14165550100. */
    record Phone(String value) implements Address {

      private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

      public Phone {
        if (!FORM.matcher(value).matches()) {
          throw new IllegalArgumentException("not a telephone number of E.164");
        }
      }
    }
  }
}
