package org.mercat.rest.booking;

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
import java.util.List;
import java.util.Optional;
import org.mercat.application.booking.QuotePrice;
import org.mercat.application.booking.QuotePrice.Misfit;
import org.mercat.application.booking.QuotePrice.Quote;
import org.mercat.application.booking.QuotePrice.Wanted;
import org.mercat.application.catalog.ListingDetails;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.rest.catalog.ListingName;
import org.mercat.rest.shared.MoneyView;
import org.mercat.rest.shared.Query;
import org.mercat.rest.shared.UnreadableRequest;

/** What a booking of a listing would cost; a tip comes to it as it is given. */
@Path("listings/{listing}/quote")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class QuoteResource {

  /** A price, line by line. */
  record QuoteView(BookingView.Place placeOfSupply, List<BookingView.Line> lines, MoneyView total) {
    static QuoteView of(Quote quote) {
      var place = quote.place();
      return new QuoteView(
          new BookingView.Place(place.country(), place.subdivision()),
          BookingView.lines(quote.price()),
          MoneyView.of(quote.price().total()));
    }
  }

  private final ListingDetails details;
  private final QuotePrice quotePrice;

  @Inject
  public QuoteResource(ListingDetails details, QuotePrice quotePrice) {
    this.details = details;
    this.quotePrice = quotePrice;
  }

  @GET
  public QuoteView find(@PathParam("listing") String listing, @Context UriInfo uri) {
    var query = Query.only(uri, "durationMinutes", "quantity", "place");
    var wanted =
        new Wanted(
            query
                .number("durationMinutes", 1, BookingRequests.MINUTES_OF_A_WEEK)
                .map(Duration::ofMinutes),
            query.number("quantity", 1, BookingRequests.MOST_UNITS).orElse(1),
            query.read("place", QuoteResource::place, "is no place such as CA-ON"),
            Optional.empty());
    return switch (quotePrice.handle(new QuotePrice.Query(id(listing), wanted))) {
      case QuotePrice.Outcome.Quoted(var quote) -> QuoteView.of(quote);
      case QuotePrice.Outcome.UnknownListing _ -> throw ListingName.unknown();
      case QuotePrice.Outcome.Refused(var why) -> throw new UnreadableRequest(refusal(why));
    };
  }

  private static String refusal(Misfit why) {
    return switch (why) {
      case NOT_BOOKABLE -> "The price of this listing has to be agreed on first.";
      case WRONG_QUANTITY -> "The query parameter quantity is for fixed prices.";
      case WRONG_CURRENCY -> throw new IllegalStateException("no tip was asked for");
      case WRONG_DURATION ->
          "The query parameter durationMinutes is no length that this listing can have.";
    };
  }

  private static Jurisdiction place(String code) {
    var parts = code.split("-", 2);
    return Jurisdiction.parse(parts[0], parts.length > 1 ? parts[1] : "")
        .orElseThrow(() -> new IllegalArgumentException(code));
  }

  private ListingId id(String listing) {
    var command = new ListingDetails.Command(Optional.empty(), ListingName.of(listing));
    return switch (details.handle(command)) {
      case ListingDetails.Outcome.Found(var found) -> found.id();
      case ListingDetails.Outcome.NotFound _ -> throw ListingName.unknown();
    };
  }
}
