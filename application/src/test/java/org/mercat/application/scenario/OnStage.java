package org.mercat.application.scenario;

/** Scenarios, each with a market and a gateway of its own. */
public interface OnStage {

  MoneyStage stage();
}
