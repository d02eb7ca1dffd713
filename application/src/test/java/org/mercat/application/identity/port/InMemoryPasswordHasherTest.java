package org.mercat.application.identity.port;

class InMemoryPasswordHasherTest implements PasswordHasherContract {

  private final InMemoryPasswordHasher hasher = new InMemoryPasswordHasher();

  @Override
  public PasswordHasher hasher() {
    return hasher;
  }
}
