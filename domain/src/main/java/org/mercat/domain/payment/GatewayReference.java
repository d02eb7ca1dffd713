package org.mercat.domain.payment;

/** What the gateway calls a payment, a refund, a transfer or an account of its own. */
public record GatewayReference(String value) {}
