package org.mercat.domain.identity;

/** What is kept of a password: a hash in PHC string format, with its parameters and salt. */
public record PasswordHash(String phc) {

  public PasswordHash {
    if (!phc.startsWith("$")) {
      throw new IllegalArgumentException("not a hash in PHC string format");
    }
  }

  @Override
  public String toString() {
    return "PasswordHash[...]";
  }
}
