package org.mercat.bootstrap.e2e;

import java.util.Map;
import org.mercat.bootstrap.e2e.Contract.Operation;
import org.mercat.bootstrap.e2e.Contract.Things;
import org.mercat.bootstrap.e2e.Market.Place;
import org.mercat.domain.tenancy.TenantId;

/** The people and things that operations are asked by and about, each by somebody who may. */
record Cast(Market.Provider provider, Api client, Api admin, Things things) {

  /** A provider, and a client who has booked and paid something of him. */
  static Cast of(Market market) {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var body =
        Map.of(
            "listing", provider.listing(),
            "start", market.slot(provider, 20),
            "paymentMethod", "sbx_ok");
    var booking = client.post("/bookings", body).expect(201).id();
    var paths =
        Map.of(
            "bookings", booking,
            "invoices", client.get("/bookings/" + booking + "/invoice").expect(200).id(),
            "listings", provider.listing(),
            "providers", provider.id(),
            "tenants", TenantId.DEFAULT.value().toString(),
            "users", client.get("/auth/me").expect(200).id());
    var members =
        Map.of(
            "booking", booking,
            "listing", provider.listing(),
            "start", market.slot(provider, 21));
    return new Cast(provider, client, market.admin(), new Things(paths, members));
  }

  /** Whoever may ask for it. */
  Api actor(Operation operation) {
    var path = operation.path();
    if (path.startsWith("/admin")
        || path.startsWith("/test")
        || path.endsWith("/verify")
        || path.endsWith("/payout")) {
      return admin;
    }
    if (path.startsWith("/providers")
        || path.startsWith("/listings")
        || path.startsWith("/invoices")
        || path.endsWith("/refund")) {
      return provider.api();
    }
    return client;
  }
}
