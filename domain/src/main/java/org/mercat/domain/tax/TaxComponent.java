package org.mercat.domain.tax;

/** A tax that stands on a line of its own. Manitoba's retail sales tax counts as PST. */
public enum TaxComponent {
  GST,
  PST,
  QST,
  HST
}
