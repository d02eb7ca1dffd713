package org.mercat.domain.tax;

import org.mercat.domain.shared.Rate;

/** The rate of one tax on one day; {@code rule} names the dated rule that says so. */
public record TaxRate(TaxComponent component, Rate rate, String rule) {}
