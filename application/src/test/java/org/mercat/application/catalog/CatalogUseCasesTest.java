package org.mercat.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.catalog.port.SampleListings.NOW;
import static org.mercat.application.catalog.port.SampleListings.offering;
import static org.mercat.application.provider.port.SampleProviders.anybody;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mercat.application.catalog.ActOnListing.Act;
import org.mercat.application.catalog.port.InMemoryListingSearch;
import org.mercat.application.catalog.port.InMemoryListings;
import org.mercat.application.catalog.port.InMemorySellers;
import org.mercat.application.catalog.port.ListingSearch.Criteria;
import org.mercat.application.catalog.port.Listings.Name;
import org.mercat.application.catalog.port.Sellers;
import org.mercat.application.identity.port.InMemoryUsers;
import org.mercat.application.provider.port.InMemoryProviders;
import org.mercat.application.provider.port.Providers.Addition;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.InMemoryVerification;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.Reactions;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.Listing.Refusal;
import org.mercat.domain.catalog.Listing.State;
import org.mercat.domain.catalog.ListingEvent.ListingArchived;
import org.mercat.domain.catalog.ListingEvent.ListingChanged;
import org.mercat.domain.catalog.ListingEvent.ListingDrafted;
import org.mercat.domain.catalog.ListingEvent.ListingPaused;
import org.mercat.domain.catalog.ListingEvent.ListingPublished;
import org.mercat.domain.catalog.Offering;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.shared.Role;

class CatalogUseCasesTest {

  private static final Offering WALK = offering("Dog walking", "Around the block.");
  private static final Caller ADMIN = new Caller(anybody(), Set.of(Role.ADMIN));

  private final Access access = new AccessRules();
  private final InMemoryProviders providers = new InMemoryProviders();
  private final InMemoryUsers users = new InMemoryUsers();
  private final InMemoryVerification verification = new InMemoryVerification(users, false);
  private final InMemoryListings listings = new InMemoryListings();
  private final Sellers sellers = new InMemorySellers(providers);
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(providers, listings, outbox);
  private final InstantSource clock = InstantSource.fixed(NOW);
  private final CreateListing create =
      new CreateListing(access, listings, sellers, outbox, unitOfWork, clock);
  private final ActOnListing act =
      new ActOnListing(access, verification, listings, sellers, outbox, unitOfWork, clock);
  private final ListingDetails details = new ListingDetails(access, listings, sellers, unitOfWork);
  private final SearchListings search =
      new SearchListings(new InMemoryListingSearch(listings, providers), unitOfWork);

  @Test
  void a_provider_drafts_a_listing_that_only_it_and_administrators_see() {
    var owner = verified();

    var listing = drafted(owner);

    assertThat(listing.state()).isEqualTo(new State.Draft(NOW));
    assertThat(outbox.events())
        .containsExactly(new ListingDrafted(listing.id(), listing.provider(), NOW));
    assertThat(isSeenBy(Optional.of(owner), listing)).isTrue();
    assertThat(isSeenBy(Optional.of(ADMIN), listing)).isTrue();
    assertThat(isSeenBy(Optional.of(verified()), listing)).isFalse();
    assertThat(isSeenBy(Optional.empty(), listing)).isFalse();
  }

  @Test
  void who_is_no_provider_or_has_no_business_drafts_nothing() {
    var client = new Caller(anybody(), Set.of(Role.CLIENT));
    var vendor = new Caller(anybody(), Set.of(Role.PROVIDER));

    assertThat(create.handle(new CreateListing.Command(client, WALK)))
        .isEqualTo(new CreateListing.Outcome.Forbidden());
    assertThat(create.handle(new CreateListing.Command(vendor, WALK)))
        .isEqualTo(new CreateListing.Outcome.NotRegistered());
    assertThat(outbox.events()).isEmpty();
  }

  @Test
  void two_listings_of_one_title_have_two_slugs() {
    var first = drafted(verified());
    var second = drafted(verified());

    assertThat(first.slug().value()).isEqualTo("dog-walking");
    assertThat(second.slug().value()).startsWith("dog-walking-");
  }

  @Test
  void publishing_needs_the_trust_of_the_market() {
    var owner = registered();
    var listing = drafted(owner);

    assertThat(act(owner, named(listing), new Act.Publish()))
        .isEqualTo(new ActOnListing.Outcome.VerificationRequired());

    verify(owner);
    var published = published(owner, listing);

    assertThat(published.state()).isEqualTo(new State.Active(NOW));
    assertThat(outbox.events()).contains(new ListingPublished(listing.id(), NOW));
    assertThat(isSeenBy(Optional.empty(), listing)).isTrue();
    assertThat(found()).containsExactly(published);
  }

  @Test
  void a_listing_is_found_by_its_slug() {
    var owner = verified();
    var published = published(owner, drafted(owner));

    assertThat(
            details.handle(
                new ListingDetails.Command(Optional.empty(), new Name.BySlug(published.slug()))))
        .isEqualTo(new ListingDetails.Outcome.Found(published));
  }

  @Test
  void publishing_and_pausing_twice_is_refused() {
    var owner = verified();
    var listing = drafted(owner);
    assertThat(act(owner, named(listing), new Act.Pause()))
        .isEqualTo(new ActOnListing.Outcome.Refused(Refusal.NOT_ACTIVE));

    var published = published(owner, listing);
    assertThat(act(owner, named(published), new Act.Publish()))
        .isEqualTo(new ActOnListing.Outcome.Refused(Refusal.ALREADY_ACTIVE));

    assertThat(act(owner, named(published), new Act.Pause()))
        .isInstanceOf(ActOnListing.Outcome.Done.class);
    assertThat(outbox.events()).contains(new ListingPaused(listing.id(), NOW));
    assertThat(isSeenBy(Optional.empty(), listing)).isFalse();
    assertThat(found()).isEmpty();
  }

  @Test
  void a_listing_is_changed_by_who_has_seen_the_last_version() {
    var owner = verified();
    var listing = drafted(owner);
    var other = offering("Cat sitting", "At home.");

    assertThat(act(owner, named(listing), 0, new Act.Change(other)))
        .isInstanceOfSatisfying(
            ActOnListing.Outcome.Done.class,
            changed -> assertThat(changed.listing().offering()).isEqualTo(other));
    assertThat(outbox.events()).contains(new ListingChanged(listing.id(), NOW));
    assertThat(act(owner, named(listing), 0, new Act.Change(WALK)))
        .isEqualTo(new ActOnListing.Outcome.Stale());
  }

  @Test
  void the_listing_of_somebody_else_is_not_there() {
    var stranger = verified();
    var owner = verified();
    var name = named(published(owner, drafted(owner)));

    assertThat(act(stranger, name, 1, new Act.Change(WALK)))
        .isEqualTo(new ActOnListing.Outcome.NotFound());
    assertThat(act(stranger, name, new Act.Publish()))
        .isEqualTo(new ActOnListing.Outcome.NotFound());
    assertThat(act(stranger, name, new Act.Pause())).isEqualTo(new ActOnListing.Outcome.NotFound());
    assertThat(act(stranger, name, new Act.Archive()))
        .isEqualTo(new ActOnListing.Outcome.NotFound());
  }

  @Test
  void a_deleted_listing_is_gone_for_everybody() {
    var owner = verified();
    var listing = drafted(owner);
    var name = named(listing);

    assertThat(act(owner, name, 7, new Act.Archive())).isEqualTo(new ActOnListing.Outcome.Stale());
    assertThat(act(owner, name, 0, new Act.Archive()))
        .isInstanceOf(ActOnListing.Outcome.Done.class);

    assertThat(outbox.events()).contains(new ListingArchived(listing.id(), NOW));
    assertThat(isSeenBy(Optional.of(owner), listing)).isFalse();
    assertThat(act(owner, name, new Act.Archive())).isEqualTo(new ActOnListing.Outcome.NotFound());
  }

  private Caller registered() {
    var owner = new Caller(anybody(), Set.of(Role.PROVIDER));
    var name = "Paws of " + owner.user().value();
    var provider =
        Provider.register(providers.nextId(), owner.user(), SampleProviders.profile(name), NOW)
            .provider();
    assertThat(unitOfWork.run(() -> providers.add(provider))).isEqualTo(Addition.ADDED);
    return owner;
  }

  private Caller verified() {
    var owner = registered();
    verify(owner);
    return owner;
  }

  private void verify(Caller owner) {
    var provider = providers.ofOwner(owner.user()).orElseThrow();
    assertThat(unitOfWork.run(() -> providers.update(SampleProviders.verified(provider))))
        .matches(Provider::mayOffer);
  }

  private Listing drafted(Caller owner) {
    return switch (create.handle(new CreateListing.Command(owner, WALK))) {
      case CreateListing.Outcome.Drafted(var listing) -> listing;
      case CreateListing.Outcome other -> throw new AssertionError(other);
    };
  }

  private Listing published(Caller owner, Listing listing) {
    return switch (act(owner, named(listing), new Act.Publish())) {
      case ActOnListing.Outcome.Done(var published) -> published;
      case ActOnListing.Outcome other -> throw new AssertionError(other);
    };
  }

  private ActOnListing.Outcome act(Caller caller, Name listing, Act does) {
    return act.handle(new ActOnListing.Command(caller, listing, OptionalLong.empty(), does));
  }

  private ActOnListing.Outcome act(Caller caller, Name listing, long version, Act does) {
    return act.handle(new ActOnListing.Command(caller, listing, OptionalLong.of(version), does));
  }

  private static Name named(Listing listing) {
    return new Name.ById(listing.id());
  }

  private boolean isSeenBy(Optional<Caller> caller, Listing listing) {
    return details.handle(new ListingDetails.Command(caller, named(listing)))
        instanceof ListingDetails.Outcome.Found;
  }

  private List<Listing> found() {
    return search
        .handle(new SearchListings.Command(Criteria.ANY, new PageRequest(20, Optional.empty())))
        .items();
  }
}
