package org.mercat.domain.tenancy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.notification.Language;

/**
 * How a market works, as its own administrators have set it. Immutable.
 *
 * @param verificationRequired whether paying, publishing and messaging need a verified address
 * @param adminSecondFactorRequired whether administrators need a second factor
 * @param language of persons who have chosen none
 * @param region the code of the region of persons who have named none
 * @param regions in the order of their codes, one for each code
 * @param version 0 before anybody has set anything
 */
public record Settings(
    boolean verificationRequired,
    boolean adminSecondFactorRequired,
    Moderation moderation,
    Language language,
    Optional<String> region,
    List<Region> regions,
    long version) {

  public static final int MOST_REGIONS = 100;

  public Settings {
    regions = regions.stream().sorted((one, other) -> one.code().compareTo(other.code())).toList();
    var codes = new HashSet<String>();
    for (var each : regions) {
      if (!codes.add(each.code())) {
        throw new IllegalArgumentException("two regions of the code " + each.code());
      }
    }
    if (regions.size() > MOST_REGIONS) {
      throw new IllegalArgumentException("more than " + MOST_REGIONS + " regions");
    }
    if (region.filter(code -> !Region.isCode(code)).isPresent()) {
      throw new IllegalArgumentException("no code of a region: " + region);
    }
  }

  /** What holds before anybody has set anything: moderation afterwards, English, nothing more. */
  public static Settings initial(boolean verificationRequired) {
    return new Settings(
        verificationRequired, false, Moderation.POST, Language.EN, Optional.empty(), List.of(), 0);
  }

  public Settings with(
      boolean nextVerificationRequired,
      boolean nextAdminSecondFactorRequired,
      Moderation nextModeration,
      Language nextLanguage,
      Optional<String> nextRegion) {
    return new Settings(
        nextVerificationRequired,
        nextAdminSecondFactorRequired,
        nextModeration,
        nextLanguage,
        nextRegion,
        regions,
        version);
  }

  public Settings withRegions(List<Region> next) {
    return new Settings(
        verificationRequired,
        adminSecondFactorRequired,
        moderation,
        language,
        region,
        next,
        version);
  }
}
