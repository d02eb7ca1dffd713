package org.mercat.application.shared;

class InMemorySealerTest implements SealerContract {

  private final Sealer sealer = new InMemorySealer();

  @Override
  public Sealer sealer() {
    return sealer;
  }
}
