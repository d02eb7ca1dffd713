package org.mercat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.CollectionPlan.Mode;
import org.mercat.domain.payment.DirectBooking.Stage;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRate;

/** Work for 200.00 with a tip of 10.00, paid to the provider; the platform takes 15 %. */
class DirectBookingTest {

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  private static final ProviderId PROVIDER = new ProviderId(new UUID(0, 3));
  private static final TaxRate HST = new TaxRate(TaxComponent.HST, Rate.percent(13), "ca-on-hst");

  @Test
  void the_fee_with_its_tax_is_a_debt_of_the_provider() {
    var booking = direct(Rate.percent(15));

    var entry = booking.feeEntry(NOW).orElseThrow();

    assertThat(booking.feeTotal()).isEqualTo(cad(3_390));
    assertThat(entry.kind()).isEqualTo(JournalEntry.Kind.DIRECT_FEE);
    assertThat(entry.postings())
        .extracting(Posting::account, posting -> posting.amount().minor())
        .containsExactly(
            tuple(Account.provider(PROVIDER), 3_390L),
            tuple(Account.PLATFORM_REVENUE, -3_000L),
            tuple(Account.PLATFORM_FEE_TAX_PAYABLE, -390L));
  }

  @Test
  void where_there_is_no_fee_nothing_is_posted() {
    assertThat(direct(new Rate(0)).feeEntry(NOW)).isEmpty();
  }

  @Test
  void what_is_said_to_payers_is_a_text_of_bounded_length() {
    for (var words : List.of(" ", "x".repeat(CollectionPlan.LONGEST_INSTRUCTIONS + 1))) {
      assertThatThrownBy(() -> new CollectionPlan(PROVIDER, Mode.OFFLINE, Optional.of(words)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    var change = CollectionPlan.first(PROVIDER).set(Mode.OFFLINE, Optional.of("Cash."), NOW);
    assertThat(change.plan())
        .isEqualTo(new CollectionPlan(PROVIDER, Mode.OFFLINE, Optional.of("Cash.")));
    assertThat(change.event().mode()).isEqualTo(Mode.OFFLINE);
  }

  private static DirectBooking direct(Rate rate) {
    var charge =
        new Charge(
            new BookingId(new UUID(0, 1)),
            new UserId(new UUID(0, 2)),
            PROVIDER,
            cad(20_000),
            List.of(),
            cad(1_000));
    var fee = new FeeTerms(rate, "platform-fee:v1", List.of(HST));
    return new DirectBooking(charge, Stage.DONE, fee, InvoiceDue.at(NOW, Optional.empty()));
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
