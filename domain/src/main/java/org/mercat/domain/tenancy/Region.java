package org.mercat.domain.tenancy;

import java.util.regex.Pattern;

/**
 * Which law about personal data holds for the persons of a region (seed 001, regional compliance).
 *
 * @param code of ISO 3166-1 or 3166-2, or {@code EU}
 * @param retentionDays how long personal data are kept after their purpose has ended, in days
 * @param consentRequired whether persons are asked before data are used for more than the service
 */
public record Region(String code, Law law, int retentionDays, boolean consentRequired) {

  public static final int LONGEST_RETENTION_DAYS = 36_500;

  private static final Pattern CODE = Pattern.compile("[A-Z]{2}(?:-[A-Z0-9]{1,3})?");

  /** The laws that the market knows. */
  public enum Law {
    /** Regulation (EU) 2016/679. */
    GDPR,
    /** California Consumer Privacy Act. */
    CCPA,
    /** Quebec, Act respecting the protection of personal information in the private sector. */
    LAW_25,
    /** Canada, Personal Information Protection and Electronic Documents Act. */
    PIPEDA
  }

  public Region {
    if (!isCode(code)) {
      throw new IllegalArgumentException("no code of a region: " + code);
    }
    if (retentionDays < 1 || retentionDays > LONGEST_RETENTION_DAYS) {
      throw new IllegalArgumentException("no retention: " + retentionDays);
    }
  }

  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }
}
