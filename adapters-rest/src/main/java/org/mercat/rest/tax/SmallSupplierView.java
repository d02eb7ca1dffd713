package org.mercat.rest.tax;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mercat.application.tax.WatchSmallSupplier.Outcome.Found;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.CalendarQuarter;
import org.mercat.domain.tax.SmallSupplier;
import org.mercat.rest.shared.MoneyView;

/** What a provider has sold, against the sum up to which it need not register, on the wire. */
public record SmallSupplierView(
    boolean registered,
    String standing,
    MoneyView threshold,
    MoneyView soldInFourQuarters,
    MoneyView soldThisQuarter,
    List<Quarter> quarters,
    String source) {

  /** What was sold from a day to another (exclusive). */
  public record Quarter(LocalDate from, LocalDate to, MoneyView sold) {

    static Quarter of(CalendarQuarter quarter, Money sold) {
      return new Quarter(quarter.start(), quarter.end(), MoneyView.of(sold));
    }
  }

  static SmallSupplierView of(Found found) {
    var supplier = found.supplier();
    var sold = Stream.concat(supplier.before().stream(), Stream.of(supplier.now())).toList();
    var quarters = found.quarters();
    return new SmallSupplierView(
        found.registered(),
        TaxWords.of(supplier.standing()),
        MoneyView.of(SmallSupplier.THRESHOLD),
        MoneyView.of(supplier.inFourQuarters()),
        MoneyView.of(supplier.now()),
        IntStream.range(0, quarters.size())
            .mapToObj(index -> Quarter.of(quarters.get(index), sold.get(index)))
            .toList(),
        SmallSupplier.SOURCE);
  }
}
