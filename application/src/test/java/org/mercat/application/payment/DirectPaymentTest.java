package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.Trade.as;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.SamplePayments.cad;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.fee.SetPlatformFee;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.CollectionPlan.Mode;
import org.mercat.domain.payment.DirectBooking;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.Invoice.Refusal;
import org.mercat.domain.payment.InvoiceEvent.InvoiceOverdue;
import org.mercat.domain.payment.InvoiceStatus;
import org.mercat.domain.payment.Receipt.Means;
import org.mercat.domain.shared.Rate;

/** Work for 200.00 with 26.00 tax, which the client pays to the provider; the platform has 15 %. */
class DirectPaymentTest {

  private static final long FEE = 3_000;

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();

  @BeforeEach
  void clients_pay_the_provider_himself() {
    assertThat(set(Mode.OFFLINE)).isInstanceOf(SetCollectionPlan.Outcome.Set.class);
  }

  @Test
  void a_booking_stands_at_once_and_has_an_invoice_to_be_paid() {
    var booking = booked();

    assertThat(trade.stand(booking)).isEqualTo(stand("CONFIRMED"));
    var invoice = invoice(booking);
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.SENT);
    assertThat(invoice.balance()).isEqualTo(cad(22_600));
    assertThat(invoice.dueAt())
        .contains(invoice.supplied().slot().to().plus(DirectBooking.TIME_TO_PAY));
    assertThat(invoice.due().orElseThrow().instructions()).contains("Cash, please.");
    assertThat(trade.market.in.gateway.charges()).isZero();
  }

  @Test
  void a_provider_without_an_account_at_the_gateway_can_be_booked_so() {
    var owner = trade.vendor();
    trade.verify(trade.provider(owner, Offers.IN_ONTARIO));
    var listing = trade.listed(owner, Offers.PORTRAIT);
    trade.publish(owner, listing);
    trade.workEveryDay(owner);
    var order = Order.of(client, shop).of(listing).command();
    assertThat(trade.market.placeBooking.handle(order))
        .isEqualTo(new PlaceBooking.Outcome.NotPayable());

    var plan = new SetCollectionPlan.Command(owner, Mode.OFFLINE, Optional.empty());
    assertThat(trade.market.direct.setCollectionPlan().handle(plan)).isNotNull();

    assertThat(trade.market.placeBooking.handle(order))
        .isInstanceOf(PlaceBooking.Outcome.Placed.class);
  }

  @Test
  void the_gateway_is_not_asked_for_such_money() {
    var order = Order.of(client, shop).paidWith(OK).command();

    assertThat(trade.market.placeBooking.handle(order))
        .isEqualTo(new PlaceBooking.Outcome.NotPayable());
  }

  @Test
  void the_fee_is_a_debt_as_soon_as_the_work_is_done_and_paid_for() {
    var booking = booked();
    assertThat(marked(shop.owner(), booking)).isInstanceOf(MarkInvoicePaid.Outcome.Marked.class);
    assertThat(owed()).isZero();

    trade.deliverAndConfirm(shop, client, booking);
    settleAll();

    assertThat(trade.stand(booking)).isEqualTo(stand("COMPLETED"));
    assertThat(invoice(booking).status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(owed()).isEqualTo(FEE);
    assertThat(trade.balance(Account.PLATFORM_REVENUE)).isEqualTo(-FEE);
    assertThat(trade.market.direct.settleDirectBookings().handle()).isZero();
    trade.assertBooksBalance();
  }

  @Test
  void work_that_nobody_has_paid_for_brings_no_fee_until_somebody_has() {
    var booking = booked();
    trade.deliverAndConfirm(shop, client, booking);
    settleAll();
    assertThat(owed()).isZero();

    assertThat(marked(trade.admin(), booking)).isInstanceOf(MarkInvoicePaid.Outcome.Marked.class);

    assertThat(owed()).isEqualTo(FEE);
    assertThat(receipt(booking)).isTrue();
  }

  @Test
  void where_the_platform_takes_nothing_nothing_is_owed() {
    var none = new SetPlatformFee.Command(trade.admin(), 0, new Rate(0), false);
    assertThat(trade.market.setPlatformFee.handle(none)).isNotNull();
    var booking = booked();
    assertThat(marked(shop.owner(), booking)).isNotNull();

    trade.deliverAndConfirm(shop, client, booking);
    settleAll();

    assertThat(owed()).isZero();
    assertThat(trade.market.in.earnings.find(booking)).isEmpty();
    assertThat(trade.market.direct.settleDirectBookings().handle()).isZero();
  }

  @Test
  void later_payouts_net_the_fee() {
    var booking = booked();
    assertThat(marked(shop.owner(), booking)).isNotNull();
    trade.deliverAndConfirm(shop, client, booking);
    settleAll();
    assertThat(set(Mode.GATEWAY)).isNotNull();

    var other =
        trade.booked(
            Order.of(client, shop)
                .at(Trade.TUESDAY.plus(Duration.ofDays(1)))
                .paidWith(OK)
                .command());
    trade.deliverAndConfirm(shop, client, other);

    assertThat(owed()).isEqualTo(FEE - (22_600 - FEE));
    trade.assertBooksBalance();
  }

  @Test
  void what_is_called_off_before_it_is_paid_is_not_to_be_paid() {
    var booking = booked();

    trade.act(client, booking, new Act.Cancel("Rain."));
    settleAll();

    assertThat(trade.stand(booking)).isEqualTo(stand("CANCELLED"));
    assertThat(invoice(booking).status()).isEqualTo(InvoiceStatus.VOID);
    assertThat(refusal(marked(shop.owner(), booking))).isEqualTo(Refusal.VOID);
    assertThat(owed()).isZero();
  }

  @Test
  void the_seller_says_that_he_was_paid_and_an_administrator_confirms_it() {
    var booking = booked();
    var admin = trade.admin();
    assertThat(confirmed(admin, booking))
        .isEqualTo(new ConfirmInvoicePayment.Outcome.Refused(Refusal.NOTHING_TO_CONFIRM));
    assertThat(marked(client, booking)).isEqualTo(new MarkInvoicePaid.Outcome.Forbidden());
    assertThat(marked(trade.client(), booking)).isEqualTo(new MarkInvoicePaid.Outcome.NotFound());
    assertThat(marked(shop.owner(), booking)).isInstanceOf(MarkInvoicePaid.Outcome.Marked.class);
    assertThat(refusal(marked(shop.owner(), booking))).isEqualTo(Refusal.PAID);
    assertThat(receipt(booking)).isFalse();

    assertThat(confirmed(shop.owner(), booking))
        .isEqualTo(new ConfirmInvoicePayment.Outcome.Forbidden());
    assertThat(confirmed(admin, booking))
        .isInstanceOf(ConfirmInvoicePayment.Outcome.Confirmed.class);
    assertThat(receipt(booking)).isTrue();
  }

  @Test
  void what_a_gateway_has_taken_nobody_marks() {
    assertThat(set(Mode.GATEWAY)).isNotNull();
    var booking = trade.booked(client, shop, OK);

    assertThat(marked(shop.owner(), booking))
        .isEqualTo(new MarkInvoicePaid.Outcome.PaidByGateway());
  }

  @Test
  void what_is_not_paid_in_time_is_noticed_once() {
    var booking = booked();
    trade.market.in.market.set(invoice(booking).dueAt().orElseThrow());
    assertThat(trade.market.direct.noteOverdueInvoices().handle()).isZero();

    trade.market.in.market.set(invoice(booking).dueAt().orElseThrow().plusMillis(1));
    assertThat(trade.market.direct.noteOverdueInvoices().handle()).isEqualTo(1);
    assertThat(trade.market.direct.noteOverdueInvoices().handle()).isZero();

    assertThat(invoice(booking).status()).isEqualTo(InvoiceStatus.OVERDUE);
    assertThat(trade.market.in.outbox.events())
        .filteredOn(InvoiceOverdue.class::isInstance)
        .hasSize(1);
    assertThat(marked(shop.owner(), booking)).isInstanceOf(MarkInvoicePaid.Outcome.Marked.class);
  }

  private SetCollectionPlan.Outcome set(Mode mode) {
    return trade
        .market
        .direct
        .setCollectionPlan()
        .handle(new SetCollectionPlan.Command(shop.owner(), mode, Optional.of("Cash, please.")));
  }

  private BookingId booked() {
    var booking = trade.booked(Order.of(client, shop).command());
    settleAll();
    return booking;
  }

  private void settleAll() {
    var _ = trade.market.direct.settleDirectBookings().handle();
  }

  private Invoice invoice(BookingId booking) {
    return trade.market.in.invoices.ofBooking(booking).orElseThrow();
  }

  private boolean receipt(BookingId booking) {
    return invoice(booking)
        .payment()
        .flatMap(payment -> payment.receipt())
        .orElseThrow()
        .confirmed()
        .isPresent();
  }

  private MarkInvoicePaid.Outcome marked(Caller caller, BookingId booking) {
    return trade
        .market
        .direct
        .markInvoicePaid()
        .handle(
            new MarkInvoicePaid.Command(
                caller, invoice(booking).id(), Means.BANK_TRANSFER, Optional.of("e-transfer 7")));
  }

  private ConfirmInvoicePayment.Outcome confirmed(Caller caller, BookingId booking) {
    return trade
        .market
        .direct
        .confirmInvoicePayment()
        .handle(new ConfirmInvoicePayment.Command(caller, invoice(booking).id()));
  }

  private static Refusal refusal(MarkInvoicePaid.Outcome outcome) {
    return as(MarkInvoicePaid.Outcome.Refused.class, outcome).why();
  }

  /** What the provider owes, in cents. */
  private long owed() {
    return trade.balance(Account.provider(shop.provider()));
  }

  private static Stand stand(String phase) {
    return new Stand(Phase.valueOf(phase), Whereabouts.NONE);
  }
}
