package org.mercat.rest.availability;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mercat.application.availability.FreeSlots;
import org.mercat.application.catalog.ListingDetails;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.shared.Zone;
import org.mercat.rest.catalog.ListingName;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Query;
import org.mercat.rest.shared.UnreadableRequest;

/** When a listing can be booked. */
@Path("listings/{listing}/slots")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class SlotsResource {

  /** A free time: when it begins and ends, and what the provider's clock says when it begins. */
  record SlotView(Instant start, Instant end, String local, String zone) {
    static SlotView of(TimeSlot slot, Zone zone) {
      return new SlotView(
          slot.from(), slot.to(), zone.localOf(slot.from()).toString(), zone.id().getId());
    }
  }

  private static final int MOST_MINUTES = 24 * 60;
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final ListingDetails details;
  private final FreeSlots freeSlots;

  @Inject
  public SlotsResource(ListingDetails details, FreeSlots freeSlots) {
    this.details = details;
    this.freeSlots = freeSlots;
  }

  @GET
  public Listed<SlotView> find(@PathParam("listing") String listing, @Context UriInfo uri) {
    var query = Query.only(uri, "from", "to", "durationMinutes");
    var from = date(query, "from");
    var to = date(query, "to");
    if (!from.isBefore(to) || to.isAfter(from.plusDays(FreeSlots.MOST_DAYS))) {
      throw new UnreadableRequest(
          "The query parameter to must be 1 to " + FreeSlots.MOST_DAYS + " days after from.");
    }
    var length = query.number("durationMinutes", 1, MOST_MINUTES).map(Duration::ofMinutes);
    return slots(new FreeSlots.Command(id(listing), from, to, length));
  }

  private Listed<SlotView> slots(FreeSlots.Command command) {
    return switch (freeSlots.handle(command)) {
      case FreeSlots.Outcome.Found(var slots, var zone) ->
          Listed.whole(slots.stream().map(slot -> SlotView.of(slot, zone)).toList());
      case FreeSlots.Outcome.NotFound _ -> throw ListingName.unknown();
      case FreeSlots.Outcome.WrongLength _ ->
          throw new UnreadableRequest(
              "The query parameter durationMinutes is no length that this listing can have.");
    };
  }

  private ListingId id(String listing) {
    var command = new ListingDetails.Command(Optional.empty(), ListingName.of(listing));
    return switch (details.handle(command)) {
      case ListingDetails.Outcome.Found(var found) -> found.id();
      case ListingDetails.Outcome.NotFound _ -> throw ListingName.unknown();
    };
  }

  private static LocalDate date(Query query, String name) {
    return Query.required(name, query.read(name, SlotsResource::dateOf, "is no date"));
  }

  private static LocalDate dateOf(String text) {
    if (!DATE.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return LocalDate.parse(text);
  }
}
