package org.mercat.domain.notification;

import java.util.Locale;

/** The languages that the market writes to people in. */
public enum Language {
  EN,
  FR;

  /** The language of a tag such as {@code fr-CA} (BCP 47); English when it is another one. */
  public static Language ofTag(String tag) {
    return Locale.forLanguageTag(tag).getLanguage().equals("fr") ? FR : EN;
  }

  public Locale locale() {
    return switch (this) {
      case EN -> Locale.CANADA;
      case FR -> Locale.CANADA_FRENCH;
    };
  }
}
