package org.mercat.persistence.metric;

/**
 * One figure.
 *
 * @param kind what of the measure it is about, such as a state or a currency; may be empty
 */
public record Figure(Measure measure, String kind, long amount) {}
