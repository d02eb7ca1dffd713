package org.mercat.bootstrap.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Where every cent of a booking has gone. */
final class DemoMoney {
  private static final int CENTS = 2;
  private static final int WIDTH_OF_NAME = 34;
  private static final int WIDTH_OF_AMOUNT = 12;

  private final List<String> lines = new ArrayList<>();
  private final boolean right;

  /**
   * Reads the table.
   *
   * @param booking a booking whose money is released
   * @param ledger its postings
   * @param audit the check of all the books
   */
  DemoMoney(JsonNode booking, JsonNode ledger, JsonNode audit) {
    long total = amount(booking.path("total"));
    long fee = amount(booking.path("platformFee"));
    long feeTax = amount(booking.path("platformFeeTax"));
    long payout = amount(booking.path("payout"));
    long escrow = balance(ledger, "escrow:");
    long owed = balance(ledger, "provider:");
    boolean booksAreRight = audit.path("ok").asBoolean();
    right = fee + feeTax + payout == total && escrow == 0 && owed == -payout && booksAreRight;
    for (JsonNode line : booking.path("lines")) {
      add(name(line), amount(line.path("amount")));
    }
    add("Total, paid by the client", total);
    lines.add("");
    add("Platform's fee", fee);
    add("Tax on the fee", feeTax);
    add("Payout to the provider", payout);
    add("Left in escrow", escrow);
    lines.add("");
    lines.add(
        "%s: %d transactions checked"
            .formatted(
                booksAreRight ? "The books balance" : "THE BOOKS DO NOT BALANCE",
                audit.path("transactions").asLong()));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Whether every cent is where it belongs. */
  boolean isRight() {
    return right;
  }

  private void add(String name, long cents) {
    lines.add(
        name
            + " ".repeat(Math.max(1, WIDTH_OF_NAME - name.length()))
            + ("%" + WIDTH_OF_AMOUNT + "s").formatted(BigDecimal.valueOf(cents, CENTS)));
  }

  private static String name(JsonNode line) {
    if (!line.path("kind").asText().equals("tax")) {
      return line.path("kind").asText().equals("tip") ? "Tip" : "Service";
    }
    BigDecimal percent = BigDecimal.valueOf(line.path("ratePpm").asLong(), 4).stripTrailingZeros();
    return "%s %s %%".formatted(line.path("component").asText(), percent.toPlainString());
  }

  /** What the accounts of a kind sum to; what is owed to somebody is negative. */
  private static long balance(JsonNode ledger, String kind) {
    long sum = 0;
    for (JsonNode balance : ledger.path("balances")) {
      if (balance.path("account").asText().startsWith(kind)) {
        sum += amount(balance.path("balance"));
      }
    }
    return sum;
  }

  private static long amount(JsonNode money) {
    return money.path("amount").asLong();
  }
}
