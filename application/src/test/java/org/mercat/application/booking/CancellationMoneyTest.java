package org.mercat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.Trade.TUESDAY;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.shared.Money;

/** What the moderate policy gives back of 200.00, 26.00 tax and 10.00 tip. */
class CancellationMoneyTest {

  private static final Stand SETTLED = new Stand(Phase.CANCELLED, Whereabouts.RELEASED);
  private static final Stand REFUNDED = new Stand(Phase.CANCELLED, Whereabouts.REFUNDED);

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();

  @Test
  void thirty_hours_before_half_goes_back_and_the_whole_tip() {
    var booking = cancelled(client, Duration.ofHours(30));

    assertThat(trade.stand(booking)).isEqualTo(SETTLED);
    assertMoney(booking, 12_300, 1_500, 9_800);
  }

  @Test
  void forty_eight_hours_before_everything_goes_back() {
    var booking = cancelled(client, Duration.ofDays(2));

    assertThat(trade.stand(booking)).isEqualTo(REFUNDED);
    assertMoney(booking, 23_600, 0, 0);
  }

  @Test
  void less_than_a_day_before_only_the_tip_goes_back() {
    var booking = cancelled(client, Duration.ofHours(24).minusMinutes(1));

    assertThat(trade.stand(booking)).isEqualTo(SETTLED);
    assertMoney(booking, 1_000, 3_000, 19_600);
  }

  @Test
  void when_the_provider_cancels_everything_goes_back() {
    var booking = cancelled(shop.owner(), Duration.ofMinutes(1));

    assertThat(trade.stand(booking)).isEqualTo(REFUNDED);
    assertMoney(booking, 23_600, 0, 0);
  }

  @Test
  void without_a_tip_a_late_cancellation_releases_at_once() {
    var booking = trade.booked(Order.of(client, shop).paidWith(OK).command());
    trade.market.in.market.set(TUESDAY.minus(Duration.ofHours(1)));

    trade.act(client, booking, new Act.Cancel("Ill."));

    assertThat(trade.stand(booking)).isEqualTo(SETTLED);
    assertMoney(booking, 0, 3_000, 19_600);
  }

  private BookingId cancelled(Caller caller, Duration before) {
    var booking = trade.booked(client, shop, OK);
    assertThat(trade.held(booking)).isEqualTo(23_600);
    trade.market.in.market.set(TUESDAY.minus(before));
    trade.act(caller, booking, new Act.Cancel("Something else has come up."));
    return booking;
  }

  private void assertMoney(BookingId booking, long refunded, long fee, long payout) {
    var details = trade.details(booking);
    assertThat(details.view().refunded()).isEqualTo(Money.of(refunded, "CAD"));
    assertThat(details.fee().total()).isEqualTo(Money.of(fee, "CAD"));
    assertThat(details.payout()).isEqualTo(Money.of(payout, "CAD"));
    assertThat(trade.balance(Account.PLATFORM_REVENUE)).isEqualTo(-fee);
    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(-payout);
    assertThat(trade.balance(Account.GATEWAY_CLEARING)).isEqualTo(fee + payout);
    assertThat(trade.held(booking)).isZero();
    trade.assertBooksBalance();
  }
}
