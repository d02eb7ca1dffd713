package org.mercat.rest.tax;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Year;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.tax.NamedTaxRule;
import org.mercat.application.tax.QuoteTax;
import org.mercat.application.tax.QuoteTax.By;
import org.mercat.application.tax.TaxSummary;
import org.mercat.application.tax.WatchSmallSupplier;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxCategory;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;
import org.mercat.rest.shared.UnreadableRequest;

/** What would be levied, and what the caller was charged and has charged. */
@Path("tax")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class TaxResource {

  private static final long MOST = 10_000_000_000L;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 9998;

  private final NamedTaxRule namedRule;
  private final QuoteTax quoteTax;
  private final TaxSummary taxSummary;
  private final WatchSmallSupplier watch;

  @Inject
  public TaxResource(
      NamedTaxRule namedRule, QuoteTax quoteTax, TaxSummary taxSummary, WatchSmallSupplier watch) {
    this.namedRule = namedRule;
    this.quoteTax = quoteTax;
    this.taxSummary = taxSummary;
    this.watch = watch;
  }

  @GET
  @Path("rules/{name}")
  public Response rule(@PathParam("name") String name, @Context UriInfo uri) {
    var _ = Query.only(uri);
    return switch (namedRule.handle(new NamedTaxRule.Query(name))) {
      case NamedTaxRule.Outcome.Found(var rule) -> Response.ok(TaxRuleView.of(rule)).build();
      case NamedTaxRule.Outcome.NotFound _ ->
          Problem.of(ProblemCode.NOT_FOUND, "There is no rule of this name.");
    };
  }

  @GET
  @Path("summary")
  public Response summary(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, "year");
    var year = Query.required("year", query.number("year", FIRST_YEAR, LAST_YEAR));
    var asked = new TaxSummary.Query(Callers.of(security), Year.of(year));
    return switch (taxSummary.handle(asked)) {
      case TaxSummary.Outcome.Found found -> Response.ok(TaxSummaryView.of(year, found)).build();
      case TaxSummary.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "Taxes are summed for those who book and sell.");
    };
  }

  @GET
  @Path("small-supplier")
  public Response smallSupplier(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (watch.handle(new WatchSmallSupplier.Query(Callers.of(security)))) {
      case WatchSmallSupplier.Outcome.Found found ->
          Response.ok(SmallSupplierView.of(found)).build();
      case WatchSmallSupplier.Outcome.NotProvider _ ->
          Problem.of(ProblemCode.NOT_FOUND, "You have not registered as a provider yet.");
      case WatchSmallSupplier.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "Only providers watch what they have sold.");
    };
  }

  @GET
  @Path("quote")
  public Response quote(@Context UriInfo uri) {
    return switch (quoteTax.handle(asked(uri))) {
      case QuoteTax.Outcome.Quoted quoted -> Response.ok(TaxQuoteView.of(quoted)).build();
      case QuoteTax.Outcome.UnknownProvider _ ->
          Problem.of(ProblemCode.NOT_FOUND, "There is no such provider.");
      case QuoteTax.Outcome.NoRule(var place, var day) ->
          Problem.of(
              ProblemCode.NOT_FOUND,
              "No tax rule of " + TaxWords.codeOf(place) + " reaches back to " + day + ".");
    };
  }

  private static QuoteTax.Query asked(UriInfo uri) {
    var query =
        Query.only(
            uri,
            "amount",
            "currency",
            "supply",
            "category",
            "provider",
            "seller",
            "registered",
            "delivery",
            "performance",
            "recipient",
            "day",
            "asOf");
    var currency = query.read("currency", Currency::getInstance, "is no currency (ISO 4217)");
    var amount = query.read("amount", TaxResource::amount, "is no amount in minor units");
    return new QuoteTax.Query(
        new Money(Query.required("amount", amount), currency.orElse(Currency.getInstance("CAD"))),
        Query.required("supply", query.word("supply", TaxWords.KINDS)),
        query.read("category", TaxCategory::new, "is no slug"),
        by(query),
        place(query, "delivery"),
        place(query, "performance"),
        place(query, "recipient"),
        query.read("day", TaxWords::day, TaxWords.NO_DAY),
        query.read("asOf", TaxWords::instant, TaxWords.NO_INSTANT));
  }

  private static By by(Query query) {
    var provider = query.read("provider", UUID::fromString, "is no UUID");
    var seller = place(query, "seller");
    var registered = query.word("registered", TaxWords.YES_OR_NO);
    if (provider.isEmpty()) {
      return new By.Anybody(Query.required("seller", seller), registered.orElse(true));
    }
    if (seller.isPresent() || registered.isPresent()) {
      throw new UnreadableRequest("A provider is where it is, and registered or not.");
    }
    return new By.Provider(new ProviderId(provider.get()));
  }

  private static Optional<Jurisdiction> place(Query query, String name) {
    return query.read(name, TaxWords::place, TaxWords.NO_PLACE);
  }

  private static long amount(String text) {
    var amount = Long.parseLong(text);
    if (amount < 0 || amount > MOST) {
      throw new IllegalArgumentException("out of range: " + amount);
    }
    return amount;
  }
}
