package org.mercat.rest.catalog;

import java.util.UUID;
import java.util.regex.Pattern;
import org.mercat.application.catalog.port.Listings.Name;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.shared.Slug;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.ProblemException;

/** What stands for a listing in an address: its id or its slug. */
public final class ListingName {

  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private ListingName() {}

  /**
   * Reads a part of a path.
   *
   * @throws ProblemException 404 if no listing can be called so
   */
  public static Name of(String text) {
    return ID.matcher(text).matches()
        ? new Name.ById(new ListingId(UUID.fromString(text)))
        : Slug.parse(text).<Name>map(Name.BySlug::new).orElseThrow(ListingName::unknown);
  }

  /** The answer when there is none, or none that the caller may see. */
  public static ProblemException unknown() {
    return new ProblemException(ProblemCode.NOT_FOUND, "There is no such listing.");
  }
}
