package org.mercat.rest.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.liking;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.query;
import static org.mercat.rest.shared.Requests.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.Caller;
import org.mercat.rest.booking.MemoryTrade;
import org.mercat.rest.shared.SignedIn;
import org.mercat.rest.shared.UnreadableRequest;

/** Invoices and credit notes as files. */
class PdfAnswersTest {

  private final MemoryTrade market = new MemoryTrade();

  @Test
  void a_paper_is_a_file_named_by_its_number() {
    var answer = printed(market.client, invoice(), plain(), liking());

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getMediaType()).hasToString("application/pdf");
    assertThat(answer.getHeaderString("Content-Disposition"))
        .isEqualTo("attachment; filename=\"INV-2026-000001.pdf\"");
    assertThat(answer.getHeaderString("Vary")).isEqualTo("Accept-Language");
    assertThat(text(answer)).startsWith("Invoice INV-2026-000001");
  }

  @Test
  void the_language_is_the_one_that_its_reader_likes_best() {
    var invoice = invoice();

    assertThat(text(printed(market.client, invoice, plain(), liking("de", "fr-CA", "en"))))
        .startsWith("Facture");
    assertThat(text(printed(market.client, invoice, plain(), liking("de", "*"))))
        .startsWith("Invoice");
    var asked = printed(market.client, invoice, query("lang=en"), liking("fr"));
    assertThat(text(asked)).startsWith("Invoice");
    assertThat(asked.getLanguage()).hasToString("en");
  }

  @Test
  void a_language_without_words_is_refused() {
    var invoice = invoice();

    assertThatThrownBy(() -> printed(market.client, invoice, query("lang=de"), liking()))
        .isInstanceOf(UnreadableRequest.class);
  }

  @Test
  void a_credit_note_is_a_file_too() {
    var note = id(shown().path("creditNotes").path(0));

    var answer =
        market.printedCreditNotes.print(
            note, query("lang=fr"), liking(), SignedIn.as(market.client));

    assertThat(text(answer)).startsWith("Note de crédit CN-2026-000001");
    assertThat(
            refusal(
                market.printedCreditNotes.print(
                    note, plain(), liking(), SignedIn.as(market.trade.client()))))
        .isEqualTo("404 NOT_FOUND");
  }

  @Test
  void what_others_have_is_not_printed() {
    assertThat(refusal(printed(market.trade.client(), invoice(), plain(), liking())))
        .isEqualTo("404 NOT_FOUND");
  }

  private UUID invoice() {
    return id(shown());
  }

  private JsonNode shown() {
    var booking = market.partlyRefunded(OK);
    return body(
        market
            .bookingInvoices
            .ofBooking(booking.value(), plain(), SignedIn.as(market.client))
            .getEntity());
  }

  private static UUID id(JsonNode shown) {
    return UUID.fromString(shown.path("id").asText());
  }

  private Response printed(Caller caller, UUID invoice, UriInfo uri, HttpHeaders headers) {
    return market.printedInvoices.print(invoice, uri, headers, SignedIn.as(caller));
  }

  private static String text(Response answer) {
    return new String((byte[]) answer.getEntity(), UTF_8);
  }
}
