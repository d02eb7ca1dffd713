package org.mercat.domain.payment;

import java.util.Optional;
import org.mercat.domain.tax.TaxLine;

/**
 * One tax of an invoice.
 *
 * @param source where the law can be read up; empty if the rule is not known any more
 */
public record InvoiceTax(TaxLine line, Optional<String> source) {}
