package org.mercat.domain.audit;

/**
 * The end of the chain of a tenant: whoever knows it, knows every entry before it.
 *
 * @param entries how many entries the chain has
 * @param hash that of the last one
 */
public record Head(long entries, String hash) {

  /** That of a chain without entries. */
  public static final Head NONE = new Head(0, "0".repeat(64));

  /** The link that makes this entry the next one of the chain. */
  public Link next(AuditEntry entry) {
    return new Link(entries + 1, entry.id(), entry.hash(hash));
  }

  /** The same as one text, to be sealed. */
  public String text() {
    return entries + " " + hash;
  }
}
