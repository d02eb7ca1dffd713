package org.mercat.rest.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;

import java.time.Instant;
import java.util.UUID;
import org.mercat.application.availability.FreeSlots;
import org.mercat.application.availability.SetWeeklyHours;
import org.mercat.application.availability.WeeklyHoursOf;
import org.mercat.application.availability.port.InMemoryBusyTimes;
import org.mercat.application.availability.port.InMemoryCalendarOwners;
import org.mercat.application.availability.port.InMemoryServiceTimes;
import org.mercat.application.availability.port.InMemoryTimetables;
import org.mercat.application.catalog.ActOnListing;
import org.mercat.application.catalog.CreateListing;
import org.mercat.application.catalog.ListingDetails;
import org.mercat.application.catalog.SearchListings;
import org.mercat.application.catalog.port.InMemoryListingSearch;
import org.mercat.application.catalog.port.InMemoryListings;
import org.mercat.application.catalog.port.InMemorySellers;
import org.mercat.application.identity.port.InMemoryUsers;
import org.mercat.application.provider.ChangeProviderProfile;
import org.mercat.application.provider.OwnProviderProfile;
import org.mercat.application.provider.ProviderProfile;
import org.mercat.application.provider.RegisterProvider;
import org.mercat.application.provider.VerifyProvider;
import org.mercat.application.provider.port.InMemoryProviders;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.InMemoryVerification;
import org.mercat.application.shared.InMemoryZoneBook;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.shared.Role;
import org.mercat.rest.provider.ProvidersResource;
import org.mercat.rest.shared.SignedIn;

/** The real use cases of providers, listings and their times, in memory. */
public final class MemoryMarket {

  public static final SignedIn ADMIN = SignedIn.as(Role.ADMIN);
  public static final SignedIn CLIENT = SignedIn.as(Role.CLIENT);

  public static final String PAWS =
      """
      {'businessName': 'Paws', 'country': 'CA', 'subdivision': 'ON', 'postalCode': 'm5v2t6',
       'timeZone': 'America/Toronto', 'lat': 43.6532, 'lon': -79.3832,
       'taxRegistration': '123456782RT0001', 'serviceRadiusMetres': 25000}
      """;

  public static final String WALK =
      """
      {'title': 'Dog walking', 'description': 'Around the block.', 'category': 'other',
       'pricingType': 'hourly', 'price': {'amount': 3750, 'currency': 'CAD'},
       'durationMinutes': 60, 'slotStepMinutes': 30, 'locationType': 'on_site'}
      """;

  private final Access access = new AccessRules();
  private final ZoneBook zones = new InMemoryZoneBook();
  public final SettableClock clock = new SettableClock(Instant.parse("2026-11-15T14:00:00Z"));
  private final InMemoryProviders providers = new InMemoryProviders();
  public final InMemoryVerification verification =
      new InMemoryVerification(new InMemoryUsers(), false);
  private final InMemoryListings listings = new InMemoryListings();
  private final InMemoryTimetables timetables = new InMemoryTimetables();
  private final InMemoryBusyTimes busyTimes = new InMemoryBusyTimes();
  private final InMemorySellers sellers = new InMemorySellers(providers);
  private final InMemoryCalendarOwners owners = new InMemoryCalendarOwners(providers);
  private final InMemoryServiceTimes services = new InMemoryServiceTimes(listings, providers);
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final InMemoryUnitOfWork units =
      new InMemoryUnitOfWork(providers, listings, timetables, busyTimes, outbox);
  private final SearchListings find =
      new SearchListings(new InMemoryListingSearch(listings, providers), units);

  public final ListingDetails details = new ListingDetails(access, listings, sellers, units);
  public final FreeSlots freeSlots =
      new FreeSlots(services, timetables, busyTimes, zones, units, clock);
  public final SetWeeklyHours setWeeklyHours =
      new SetWeeklyHours(access, timetables, owners, outbox, units, clock);
  public final WeeklyHoursOf weeklyHours = new WeeklyHoursOf(access, timetables, owners, units);

  public final ProvidersResource providersResource =
      new ProvidersResource(
          new RegisterProvider(access, providers, outbox, units, clock),
          new OwnProviderProfile(access, providers, units),
          new ProviderProfile(providers, units),
          new ChangeProviderProfile(access, providers, outbox, units, clock),
          new VerifyProvider(access, providers, outbox, units, clock),
          zones);
  public final ListingsResource listingsResource =
      new ListingsResource(
          new CreateListing(access, listings, sellers, outbox, units, clock),
          find,
          details,
          new ActOnListing(access, verification, listings, sellers, outbox, units, clock));
  public final SearchResource searchResource = new SearchResource(find);

  /** Somebody with the role of a vendor and a business that nobody has looked at yet. */
  public SignedIn registered() {
    var vendor = SignedIn.as(Role.PROVIDER);
    assertThat(providersResource.register(json(PAWS), plain(), vendor).getStatus()).isEqualTo(201);
    return vendor;
  }

  public SignedIn verified() {
    var vendor = registered();
    verify(vendor);
    return vendor;
  }

  public void verify(SignedIn vendor) {
    var own = body(providersResource.own(plain(), vendor).getEntity());
    var id = UUID.fromString(own.path("id").textValue());
    var verdict = json("{'verification': 'verified'}");
    assertThat(providersResource.verify(id, verdict, plain(), ADMIN).getStatus()).isEqualTo(200);
  }

  /** The slug of a listing that everybody sees. */
  public String published(SignedIn vendor) {
    return published(vendor, WALK);
  }

  public String published(SignedIn vendor, String listing) {
    var created = listingsResource.create(json(listing), plain(), vendor);
    assertThat(created.getStatus()).isEqualTo(201);
    var slug = body(created.getEntity()).path("slug").textValue();
    var answer = listingsResource.publish(slug, null, plain(), vendor);
    assertThat(answer.getStatus()).isEqualTo(200);
    return slug;
  }
}
