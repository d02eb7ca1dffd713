package org.mercat.persistence.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.Posting;
import org.mercat.persistence.shared.JsonRows;

/** Table {@code ledger_tx}, column for component, and its postings. */
record LedgerTxRow(
    UUID id,
    String key,
    JournalEntry.Kind kind,
    @Nullable UUID bookingId,
    @Nullable UUID payoutId,
    @Nullable UUID providerId,
    String postingsSha256,
    Instant at,
    String postings) {

  private static final String BOOKING = "booking";
  private static final String PAYOUT = "payout";
  private static final String PROVIDER = "provider";

  private record PostingRow(int position, String account, long amountMinor, String currency) {

    static PostingRow of(int position, Posting posting) {
      return new PostingRow(
          position,
          posting.account().name(),
          posting.amount().minor(),
          posting.amount().currency().getCurrencyCode());
    }

    /** The form that is hashed; {@link LedgerLaws} makes the same of a stored row. */
    String text() {
      return account + " " + amountMinor + " " + currency;
    }
  }

  static LedgerTxRow of(UUID id, JournalEntry entry) {
    var postings = entry.postings();
    var rows =
        IntStream.range(0, postings.size())
            .mapToObj(index -> PostingRow.of(index + 1, postings.get(index)))
            .toList();
    return new LedgerTxRow(
        id,
        entry.key(),
        entry.kind(),
        idOf(entry, BOOKING),
        idOf(entry, PAYOUT),
        idOf(entry, PROVIDER),
        sha256(rows),
        entry.at(),
        JsonRows.of(rows));
  }

  private static @Nullable UUID idOf(JournalEntry entry, String kind) {
    return entry.subject().kind().equals(kind) ? entry.subject().id() : null;
  }

  private static String sha256(List<PostingRow> rows) {
    var text = rows.stream().map(PostingRow::text).collect(Collectors.joining("\n"));
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException("every Java has SHA-256", failure);
    }
  }
}
