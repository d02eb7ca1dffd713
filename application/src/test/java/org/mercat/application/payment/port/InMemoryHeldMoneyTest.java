package org.mercat.application.payment.port;

class InMemoryHeldMoneyTest extends InMemoryMoney implements HeldMoneyContract {

  private final InMemoryHeldMoney heldMoney =
      new InMemoryHeldMoney(payments, ledger, provider -> "CA");

  @Override
  public HeldMoney heldMoney() {
    return heldMoney;
  }
}
