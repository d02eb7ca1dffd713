package org.mercat.bootstrap.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.mercat.bootstrap.benchmark.Script.Order;
import org.mercat.persistence.shared.Ids;

/** One client with one connection, and a provider whose hours nobody else books. */
final class Worker implements AutoCloseable {

  private static final Duration LENGTH = Duration.ofHours(1);
  private static final String ID = "\"id\":\"";
  private static final int LENGTH_OF_ID = 36;

  private KeepAlive http;
  private final DataSource database;
  private final String listing;
  private final Instant first;
  private final List<UUID> bookings = new ArrayList<>();
  private final Script post;
  private final Script get;
  private final Script search;
  private int booked;
  private int read;

  Worker(
      KeepAlive http,
      DataSource database,
      Connection superuser,
      String listing,
      Instant first,
      Script search)
      throws IOException, SQLException {
    this.http = http;
    this.database = database;
    this.listing = listing;
    this.first = first;
    this.search = search;
    postOverHttp();
    var scripts = new BookingScripts(superuser, bookings.getFirst());
    this.post = scripts.post();
    this.get = scripts.get();
  }

  void reconnect() throws IOException {
    http = http.renewed();
  }

  void postOverHttp() throws IOException {
    var order = next();
    var body =
        """
        {"listing":"%s","start":"%s","paymentMethod":"sbx_ok"}\
        """
            .formatted(listing, order.from());
    var answer = http.post("/bookings", order.key(), body);
    if (!answer.contains("\"HELD\"")) {
      throw new IOException("not paid: " + answer);
    }
    var at = answer.indexOf(ID) + ID.length();
    bookings.add(UUID.fromString(answer.substring(at, at + LENGTH_OF_ID)));
  }

  void postByJdbc() throws SQLException {
    var _ = bookByJdbc();
  }

  /** Returns the booking that it has made. */
  UUID bookByJdbc() throws SQLException {
    var order = next();
    post.run(database::getConnection, order);
    return order.booking();
  }

  void getOverHttp() throws IOException {
    var _ = http.get("/bookings/" + known().booking());
  }

  void getByJdbc() throws SQLException {
    get.run(database::getConnection, known());
  }

  void searchOverHttp() throws IOException {
    var _ = http.get("/search?limit=20&q=" + known().words());
  }

  void searchByJdbc() throws SQLException {
    search.run(database::getConnection, known());
  }

  UUID firstBooking() {
    return bookings.getFirst();
  }

  private Order next() {
    var from = first.plus(LENGTH.multipliedBy(booked++));
    return new Order(Ids.next(), from, LENGTH, UUID.randomUUID().toString(), "");
  }

  /** Something that is there, another thing every time. */
  private Order known() {
    var booking = bookings.get(read++ % bookings.size());
    return new Order(booking, first, LENGTH, "", Fair.WORDS.get(read % Fair.WORDS.size()));
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
