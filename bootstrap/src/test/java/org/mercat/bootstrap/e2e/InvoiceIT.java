package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** From a paid booking to its invoice, and from a refund to its credit note. */
class InvoiceIT {

  private final Market market = Market.shared();
  private final Market.Provider provider = market.provider(Place.MONTREAL, Market.hourly(5_000));
  private final Api client = market.client();

  @Test
  void a_booking_that_is_paid_has_an_invoice_with_the_next_number_of_its_seller() {
    var first = invoice(market.paid(client, provider, "sbx_ok"));
    var second = invoice(market.paid(client, provider, "sbx_ok"));

    var year = first.path("issuedAt").asText().substring(0, 4);
    assertThat(first.path("number").asText()).matches("INV-\\d{4}-000001");
    assertThat(second.path("number").asText()).matches("INV-\\d{4}-000002").contains(year);
    assertThat(first.path("status").asText()).isEqualTo("paid");
    assertThat(first.path("seller").path("name").asText()).isEqualTo("Calm Homes");
    assertThat(first.path("buyer").path("name").asText()).isEqualTo("Ada Lovelace");
    assertThat(first.path("taxes").findValuesAsText("component")).containsExactly("GST", "QST");
    assertThat(first.path("taxes").findValuesAsText("source")).allMatch(text -> !text.isBlank());
    assertThat(Market.amount(first, "subtotal")).isEqualTo(5_000);
    assertThat(Market.amount(first, "tax")).isEqualTo(749);
    assertThat(Market.amount(first, "total")).isEqualTo(5_749);
    assertThat(Market.amount(first, "paid")).isEqualTo(5_749);
    assertThat(Market.amount(first, "balance")).isZero();
    assertThat(client.get("/invoices?status=paid").expect(200).json().path("items")).hasSize(2);
  }

  @Test
  void what_is_not_paid_has_no_invoice() {
    var order = Map.of("listing", provider.listing(), "start", market.slot(provider, 9));
    var booking = client.post("/bookings", order).expect(201).id();

    client.get("/bookings/" + booking + "/invoice").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void a_refund_stands_on_a_credit_note() {
    var booking = market.paid(client, provider, "sbx_ok");
    var part = Map.of("amount", Map.of("amount", 2_000, "currency", "CAD"), "reason", "Late.");
    var _ = provider.api().post("/bookings/" + booking + "/refund", part).expect(200);

    Market.await(() -> invoice(booking).path("status").asText().equals("partially_refunded"));

    var invoice = invoice(booking);
    assertThat(Market.amount(invoice, "refunded")).isEqualTo(2_300);
    var listed = invoice.path("creditNotes").path(0);
    var note = client.get("/credit-notes/" + listed.path("id").asText()).expect(200).json();
    assertThat(note.path("number").asText()).matches("CN-\\d{4}-000001");
    assertThat(note.path("invoiceNumber")).isEqualTo(invoice.path("number"));
    assertThat(Market.amount(note, "subtotal")).isEqualTo(2_000);
    assertThat(Market.amount(note, "tax")).isEqualTo(300);
    assertThat(Market.amount(note, "total")).isEqualTo(2_300);

    var _ =
        market
            .admin()
            .post("/bookings/" + booking + "/refund", Map.of("reason", "All."))
            .expect(200);

    Market.await(() -> invoice(booking).path("status").asText().equals("refunded"));
    assertThat(invoice(booking).path("creditNotes").findValuesAsText("number")).hasSize(2);
  }

  @Test
  void the_client_who_opens_it_is_seen_to_have_done_so() {
    var path = "/bookings/" + market.paid(client, provider, "sbx_ok") + "/invoice";

    assertThat(provider.api().get(path).expect(200).json().has("viewedAt")).isFalse();
    assertThat(client.get(path).expect(200).json().has("viewedAt")).isFalse();
    assertThat(provider.api().get(path).expect(200).json().has("viewedAt")).isTrue();
  }

  @Test
  void what_a_seller_writes_for_himself_the_client_does_not_see() {
    var id = invoice(market.paid(client, provider, "sbx_ok")).path("id").asText();
    var path = "/invoices/" + id;
    var patch = "{\"notes\": \"Thank you.\", \"internalNotes\": \"Came late.\"}";

    annotate(client, path, patch).expectProblem(403, "FORBIDDEN");
    var written = annotate(provider.api(), path, patch).expect(200).json();

    assertThat(written.path("internalNotes").asText()).isEqualTo("Came late.");
    var seen = client.get(path).expect(200);
    assertThat(seen.json().path("notes").asText()).isEqualTo("Thank you.");
    assertThat(seen.text()).doesNotContain("Came late.").doesNotContain("internalNotes");
    assertThat(market.admin().get(path).expect(200).text()).contains("Came late.");
  }

  @Test
  void a_stranger_finds_nothing_and_administrators_find_all() {
    var path = "/invoices/" + invoice(market.paid(client, provider, "sbx_ok")).path("id").asText();

    market.client().get(path).expectProblem(404, "NOT_FOUND");
    market.vendor().get(path).expectProblem(404, "NOT_FOUND");
    assertThat(market.client().get("/invoices").expect(200).json().path("items")).isEmpty();
    client.get("/admin/invoices").expectProblem(403, "FORBIDDEN");
    assertThat(market.admin().get("/admin/invoices?limit=1").expect(200).json().path("items"))
        .hasSize(1);
    market.admin().post("/admin" + path + "/void").expectProblem(409, "WRONG_STATE");
  }

  @Test
  void an_invoice_and_a_credit_note_are_papers_to_keep() throws Exception {
    var booking = market.paid(client, provider, "sbx_ok");
    var _ = provider.api().post("/bookings/" + booking + "/refund", Map.of("reason", "Ill."));
    Market.await(() -> invoice(booking).path("status").asText().equals("refunded"));
    var invoice = invoice(booking);
    var number = invoice.path("number").asText();
    var note = invoice.path("creditNotes").path(0);

    var english = paper("/invoices/" + invoice.path("id").asText() + "/pdf");
    var french = paper("/credit-notes/" + note.path("id").asText() + "/pdf?lang=fr");

    assertThat(english).contains(number, "Calm Homes", "Ada Lovelace", "GST", "$7.49", "$57.49");
    assertThat(french).contains(note.path("number").asText(), number, "Note de crédit", "TVQ");
    market
        .client()
        .get("/invoices/" + invoice.path("id").asText() + "/pdf")
        .expectProblem(404, "NOT_FOUND");
  }

  /** What there is to read in a PDF, to the client. */
  private String paper(String path) throws IOException, InterruptedException {
    var request = client.request(path).GET().build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
      assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
          .matches("attachment; filename=\"(INV|CN)-\\d{4}-\\d{6}\\.pdf\"");
      try (var pdf = Loader.loadPDF(answer.body())) {
        return new PDFTextStripper().getText(pdf);
      }
    }
  }

  private JsonNode invoice(String booking) {
    return client.get("/bookings/" + booking + "/invoice").expect(200).json();
  }

  private static Api.Answer annotate(Api api, String path, String patch) {
    var tag = api.get(path).expect(200).headers().firstValue("ETag").orElseThrow();
    return api.send(
        api.request(path)
            .header("Content-Type", "application/merge-patch+json")
            .header("If-Match", tag)
            .method("PATCH", BodyPublishers.ofString(patch)));
  }
}
