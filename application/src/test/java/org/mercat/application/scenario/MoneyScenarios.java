package org.mercat.application.scenario;

/**
 * The money suite: what users of payment systems have suffered, over the use cases, the inbox and
 * the adapter of a gateway together. Every gateway passes all of it.
 */
public interface MoneyScenarios
    extends PayingScenarios,
        ErrandScenarios,
        RefundScenarios,
        PayoutScenarios,
        EventScenarios,
        WebhookScenarios,
        RaceScenarios {}
