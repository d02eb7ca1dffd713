package org.mercat.domain.audit;

/**
 * The place of an entry in the chain.
 *
 * @param sequence 1 for the first entry, and one more for each that follows
 * @param hash 64 digits: SHA-256 of the hash before it and of the entry
 */
public record Link(long sequence, AuditEntryId entry, String hash) {

  /** The end of a chain whose last link this is. */
  public Head head() {
    return new Head(sequence, hash);
  }
}
