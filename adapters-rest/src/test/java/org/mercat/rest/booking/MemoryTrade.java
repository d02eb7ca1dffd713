package org.mercat.rest.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.answered;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.WholeMarket;
import org.mercat.application.payment.RefundBooking;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;
import org.mercat.rest.payment.AllInvoicesResource;
import org.mercat.rest.payment.BookingInvoiceResource;
import org.mercat.rest.payment.BookingLedgerResource;
import org.mercat.rest.payment.BookingPaymentResource;
import org.mercat.rest.payment.CreditNotePdfResource;
import org.mercat.rest.payment.CreditNotesResource;
import org.mercat.rest.payment.InvoiceAnswers;
import org.mercat.rest.payment.InvoicePaymentResource;
import org.mercat.rest.payment.InvoicePdfResource;
import org.mercat.rest.payment.InvoicesResource;
import org.mercat.rest.payment.LedgerAuditResource;
import org.mercat.rest.payment.PayeeResource;
import org.mercat.rest.payment.PaymentConfirmationResource;
import org.mercat.rest.payment.PaymentMethodsResource;
import org.mercat.rest.payment.PaymentModeResource;
import org.mercat.rest.payment.PaymentsResource;
import org.mercat.rest.payment.PdfAnswers;
import org.mercat.rest.shared.SignedIn;

/** The resources of a trade over its real use cases, in memory, with a shop and a client of it. */
public final class MemoryTrade {

  /** An operation on the booking that its path names. */
  @FunctionalInterface
  public interface Operation {
    Response on(UUID booking, @Nullable JsonNode body, UriInfo uri, SecurityContext security);
  }

  public final Trade trade = new Trade();
  public final WholeMarket market = trade.market;

  private final BookingAnswers answers =
      new BookingAnswers(
          market.runOperations, market.direct.settleDirectBooking(), market.bookingDetails);
  public final BookingsResource bookings =
      new BookingsResource(
          market.placeBooking,
          market.actOnBooking,
          market.refundBooking,
          market.bookingList,
          answers,
          market.in.zones);
  public final PaymentsResource payments =
      new PaymentsResource(market.actOnBooking, market.releasePayout, answers);
  public final PayeeResource payees =
      new PayeeResource(market.openPayeeAccount, market.ownPayeeAccount);
  public final PaymentMethodsResource methods =
      new PaymentMethodsResource(
          market.savedMethods.save,
          market.savedMethods.list,
          market.savedMethods.details,
          market.savedMethods.prefer,
          market.savedMethods.remove);
  public final BookingPaymentResource bookingPayments =
      new BookingPaymentResource(market.paymentProgress);
  public final BookingLedgerResource ledgers = new BookingLedgerResource(market.bookingLedger);
  public final LedgerAuditResource audit = new LedgerAuditResource(market.ledgerAudit);
  private final InvoiceAnswers invoiceAnswers = new InvoiceAnswers(market.invoiceDetails);
  public final InvoicesResource invoices =
      new InvoicesResource(
          market.invoiceList, market.invoiceDetails, market.annotateInvoice, invoiceAnswers);
  public final BookingInvoiceResource bookingInvoices = new BookingInvoiceResource(invoiceAnswers);
  public final CreditNotesResource creditNotes = new CreditNotesResource(market.creditNoteDetails);
  public final InvoicePaymentResource invoicePayments =
      new InvoicePaymentResource(market.direct.markInvoicePaid(), invoiceAnswers);
  public final PaymentConfirmationResource paymentConfirmations =
      new PaymentConfirmationResource(market.direct.confirmInvoicePayment(), invoiceAnswers);
  public final PaymentModeResource paymentMode =
      new PaymentModeResource(market.direct.ownCollectionPlan(), market.direct.setCollectionPlan());
  private final PdfAnswers papers = new PdfAnswers(market.printInvoice);
  public final InvoicePdfResource printedInvoices = new InvoicePdfResource(papers);
  public final CreditNotePdfResource printedCreditNotes = new CreditNotePdfResource(papers);
  public final AllInvoicesResource allInvoices =
      new AllInvoicesResource(market.invoiceList, market.voidInvoice, invoiceAnswers);

  /** Photographs people for 200.00, and 26.00 tax. */
  public final Shop shop = trade.shop(Offers.PORTRAIT);

  public final Caller client = trade.client();

  /** A booking of the client that waits for its payment. */
  public BookingId onHold() {
    return trade.booked(Order.of(client, shop).command());
  }

  /** A booking of the client with a tip of 10.00, for which the gateway was asked at once. */
  public BookingId paidWith(PaymentMethod method) {
    return trade.booked(client, shop, method);
  }

  /** A booking of which a part is on its way back to the client, who paid with the method. */
  public BookingId partlyRefunded(PaymentMethod method) {
    var booking = paidWith(method);
    var part = Optional.of(Money.of(5_000, "CAD"));
    var command = new RefundBooking.Command(shop.owner(), booking, part, "A gesture.");
    assertThat(market.refundBooking.handle(command))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
    trade.runOperations(booking);
    return booking;
  }

  /** What the caller is answered who asks for this without a query. */
  public static Response asked(Operation operation, Caller caller, BookingId booking, String body) {
    return answered(() -> operation.on(booking.value(), json(body), plain(), SignedIn.as(caller)));
  }

  /** The booking of an answer as it goes over the wire: its life cycle, and where its money is. */
  public static String stand(Response answer) {
    var booking = body(answer.getEntity());
    return answer.getStatus()
        + " "
        + booking.path("lifecycle").textValue()
        + " "
        + booking.path("money").textValue();
  }
}
