package org.mercat.payments.sandbox;

import org.junit.jupiter.api.AfterEach;
import org.mercat.application.Trade;
import org.mercat.application.scenario.GatewayWorld;
import org.mercat.application.scenario.MoneyScenarios;
import org.mercat.application.scenario.MoneyStage;

class SandboxScenariosTest implements MoneyScenarios {

  private final Trade market = MoneyStage.market();
  private final GatewayWorld world = new SandboxWorld(market);
  private final MoneyStage stage = new MoneyStage(market, world);

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  public MoneyStage stage() {
    return stage;
  }
}
