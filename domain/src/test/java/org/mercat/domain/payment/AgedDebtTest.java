package org.mercat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.domain.payment.AgedDebt.Age;
import org.mercat.domain.payment.AgedDebt.Debit;
import org.mercat.domain.payment.AgedDebt.Part;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

class AgedDebtTest {

  private static final Instant NOW = Instant.parse("2026-11-16T17:00:00Z");
  private static final ProviderId PROVIDER = new ProviderId(new UUID(3, 1));

  @Test
  void what_is_owed_are_the_newest_debits() {
    var debits = List.of(debit(4_224, 1), debit(5_000, 45), debit(9_000, 91));

    assertThat(aged(10_000, debits)).containsExactly(4_224L, 5_000L, 0L, 776L);
    assertThat(aged(4_000, debits)).containsExactly(4_000L, 0L, 0L, 0L);
  }

  @ParameterizedTest
  @CsvSource({
    "0, UP_TO_30_DAYS", "30, UP_TO_30_DAYS", "31, UP_TO_60_DAYS", "60, UP_TO_60_DAYS",
    "61, UP_TO_90_DAYS", "90, UP_TO_90_DAYS", "91, OVER_90_DAYS", "4000, OVER_90_DAYS"
  })
  void an_age_ends_with_its_last_day(int days, Age age) {
    assertThat(Age.of(Duration.ofDays(days))).isEqualTo(age);
  }

  @Test
  void where_a_provider_stands() {
    assertThat(balance(18_059, 0, 0)).containsExactly(18_059L, 0L, 0L);
    assertThat(balance(18_059, 18_059, 7_204)).containsExactly(0L, 25_263L, 0L);
    assertThat(balance(13_835, 18_059, 0)).containsExactly(0L, 18_059L, 4_224L);
    assertThat(balance(-4_224, 0, 0)).containsExactly(0L, 0L, 4_224L);
  }

  @Test
  void what_is_written_off_is_the_platforms_loss() {
    var off = WrittenOff.of(PROVIDER, cad(4_224), "Closed.", 3, NOW);

    assertThat(off.entry().postings())
        .containsExactly(
            new Posting(Account.BAD_DEBT, cad(4_224)),
            new Posting(Account.provider(PROVIDER), cad(-4_224)));
    assertThat(off.event().debt()).isEqualTo(cad(4_224));
    assertThat(off.entry().key()).endsWith(":write_off:CAD:3");
  }

  private static List<Long> aged(long debt, List<Debit> debits) {
    return AgedDebt.of(PROVIDER, cad(debt), debits, NOW).ages().stream()
        .map(Part::amount)
        .map(Money::minor)
        .toList();
  }

  private static List<Long> balance(long owed, long asked, long atGateway) {
    var balance = ProviderBalance.of(cad(owed), cad(asked), cad(atGateway));
    return Stream.of(balance.payable(), balance.inTransit(), balance.debt())
        .map(Money::minor)
        .toList();
  }

  private static Debit debit(long amount, int daysAgo) {
    return new Debit(cad(amount), NOW.minus(Duration.ofDays(daysAgo)));
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
