package org.mercat.domain.payment;

import java.util.Optional;
import org.mercat.domain.tax.TaxLine;

/**
 * One tax of an invoice.
 *
 * @param source where the law can be read up; empty if the rule is not known any more
 * @param onCustomerFee whether the platform charges it, on what is paid to it, and not the seller
 */
public record InvoiceTax(TaxLine line, Optional<String> source, boolean onCustomerFee) {}
