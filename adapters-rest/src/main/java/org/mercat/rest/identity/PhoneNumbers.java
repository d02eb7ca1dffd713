package org.mercat.rest.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.mercat.domain.identity.PhoneNumber;

/** Telephone numbers as people write them; the country has to be said by {@code +}. */
final class PhoneNumbers {

  static final String NONE = "is no telephone number such as +14165550100";

  private static final String NO_REGION = "ZZ";

  private PhoneNumbers() {}

  /**
   * Reads what a person typed.
   *
   * @throws IllegalArgumentException if no country can have such a number
   */
  static PhoneNumber of(String text) {
    var numbers = PhoneNumberUtil.getInstance();
    try {
      var number = numbers.parse(text, NO_REGION);
      if (!numbers.isPossibleNumber(number) || number.hasExtension()) {
        throw new IllegalArgumentException(NONE);
      }
      return new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164));
    } catch (NumberParseException unreadable) {
      throw new IllegalArgumentException(NONE, unreadable);
    }
  }
}
