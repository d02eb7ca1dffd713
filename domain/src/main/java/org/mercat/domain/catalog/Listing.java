package org.mercat.domain.catalog;

import java.time.Instant;
import org.mercat.domain.catalog.Listing.State.Active;
import org.mercat.domain.catalog.Listing.State.Archived;
import org.mercat.domain.catalog.Listing.State.Draft;
import org.mercat.domain.catalog.Listing.State.Paused;
import org.mercat.domain.catalog.Listing.Transition.Done;
import org.mercat.domain.catalog.Listing.Transition.Refused;
import org.mercat.domain.catalog.ListingEvent.ListingArchived;
import org.mercat.domain.catalog.ListingEvent.ListingChanged;
import org.mercat.domain.catalog.ListingEvent.ListingDrafted;
import org.mercat.domain.catalog.ListingEvent.ListingPaused;
import org.mercat.domain.catalog.ListingEvent.ListingPublished;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Slug;

/**
 * A service in the catalog. Immutable: every command returns the next listing, or why not.
 *
 * @param slug made from the first title; stays when the title changes
 */
public record Listing(
    ListingId id,
    ProviderId provider,
    Slug slug,
    Offering offering,
    State state,
    Instant createdAt,
    long version) {

  /** Where in its life a listing is. */
  public sealed interface State {
    Instant at();

    record Draft(Instant at) implements State {}

    record Active(Instant at) implements State {}

    record Paused(Instant at) implements State {}

    /** Taken out of the catalog for good, and kept for what refers to it. */
    record Archived(Instant at) implements State {}
  }

  /** What a command makes of a listing. */
  public sealed interface Transition {
    record Done(Listing listing, ListingEvent event) implements Transition {}

    record Refused(Refusal why) implements Transition {}
  }

  /** Why a command changes nothing. */
  public enum Refusal {
    ALREADY_ACTIVE,
    NOT_ACTIVE,
    ARCHIVED
  }

  public static Done draft(ListingId id, ProviderId provider, Offering offering, Instant now) {
    var slug = Slug.of(offering.title(), "listing");
    var listing = new Listing(id, provider, slug, offering, new Draft(now), now, 0);
    return new Done(listing, new ListingDrafted(id, provider, now));
  }

  /** This listing under a slug that no other has. */
  public Listing underOwnSlug() {
    return new Listing(
        id, provider, slug.withEndOf(id.value()), offering, state, createdAt, version);
  }

  public Transition change(Offering next, Instant now) {
    return switch (state) {
      case Draft _, Active _, Paused _ ->
          new Done(
              new Listing(id, provider, slug, next, state, createdAt, version),
              new ListingChanged(id, now));
      case Archived _ -> new Refused(Refusal.ARCHIVED);
    };
  }

  public Transition publish(Instant now) {
    return switch (state) {
      case Draft _, Paused _ -> new Done(in(new Active(now)), new ListingPublished(id, now));
      case Active _ -> new Refused(Refusal.ALREADY_ACTIVE);
      case Archived _ -> new Refused(Refusal.ARCHIVED);
    };
  }

  public Transition pause(Instant now) {
    return switch (state) {
      case Active _ -> new Done(in(new Paused(now)), new ListingPaused(id, now));
      case Draft _, Paused _ -> new Refused(Refusal.NOT_ACTIVE);
      case Archived _ -> new Refused(Refusal.ARCHIVED);
    };
  }

  public Transition archive(Instant now) {
    return switch (state) {
      case Draft _, Active _, Paused _ ->
          new Done(in(new Archived(now)), new ListingArchived(id, now));
      case Archived _ -> new Refused(Refusal.ARCHIVED);
    };
  }

  /** Whether its provider shows it. */
  public boolean isActive() {
    return state instanceof Active;
  }

  public boolean isArchived() {
    return state instanceof Archived;
  }

  private Listing in(State next) {
    return new Listing(id, provider, slug, offering, next, createdAt, version);
  }
}
