package org.mercat.bootstrap.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoMoneyTest {

  private static final String BOOKING =
      """
      {"total": {"amount": 8475}, "platformFee": {"amount": 1125},
       "platformFeeTax": {"amount": 146}, "payout": {"amount": 7204},
       "lines": [{"kind": "service", "amount": {"amount": 7500}},
                 {"kind": "tax", "component": "HST", "ratePpm": 130000, "amount": {"amount": 975}}]}
      """;

  @Test
  void every_cent_has_its_line() throws JsonProcessingException {
    DemoMoney money = money(0, -7_204, true);

    assertThat(money.lines())
        .containsExactly(
            "Service                                  75.00",
            "HST 13 %                                  9.75",
            "Total, paid by the client                84.75",
            "",
            "Platform's fee                           11.25",
            "Tax on the fee                            1.46",
            "Payout to the provider                   72.04",
            "Left in escrow                            0.00",
            "",
            "The books balance: 2 transactions checked");
    assertThat(money.isRight()).isTrue();
  }

  @ParameterizedTest(name = "escrow {0}, provider {1}, books balance: {2}")
  @CsvSource({"1, -7204, true", "0, -7203, true", "0, -7204, false"})
  void a_cent_that_is_missing_is_seen(long escrow, long provider, boolean balanced)
      throws JsonProcessingException {
    assertThat(money(escrow, provider, balanced).isRight()).isFalse();
  }

  private static DemoMoney money(long escrow, long provider, boolean balanced)
      throws JsonProcessingException {
    return new DemoMoney(json(BOOKING), ledger(escrow, provider), audit(balanced));
  }

  private static JsonNode ledger(long escrow, long provider) throws JsonProcessingException {
    return json(
        """
        {"balances": [{"account": "escrow:1:service", "balance": {"amount": %d}},
                      {"account": "escrow:1:tax", "balance": {"amount": 0}},
                      {"account": "provider:2", "balance": {"amount": %d}}]}
        """
            .formatted(escrow, provider));
  }

  private static JsonNode audit(boolean balanced) throws JsonProcessingException {
    return json("{\"ok\": %s, \"transactions\": 2, \"problems\": []}".formatted(balanced));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JsonMapper.builder().build().readTree(text);
  }
}
