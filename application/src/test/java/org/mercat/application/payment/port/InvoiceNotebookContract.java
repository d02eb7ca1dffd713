package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNotes;

/** What every adapter of {@link InvoiceNotebook} promises. */
public interface InvoiceNotebookContract extends WithInvoices {

  InvoiceNotebook notebook();

  @Test
  default void what_was_written_stands_there_until_something_else_is_written() {
    var invoice = issued(charge()).id();
    assertThat(on(invoice)).isEqualTo(InvoiceNotes.NONE);

    var first = written(invoice, notes("Merci.", "Pays late.", 0));
    assertThat(first).isEqualTo(notes("Merci.", "Pays late.", 1));

    var nothing = new InvoiceNotes(Optional.empty(), Optional.empty(), 1);
    assertThat(written(invoice, nothing))
        .isEqualTo(new InvoiceNotes(Optional.empty(), Optional.empty(), 2));
  }

  @Test
  default void refuses_a_stale_version() {
    var invoice = issued(charge()).id();
    written(invoice, notes("a", "b", 0));

    assertThatThrownBy(() -> written(invoice, notes("c", "d", 0)))
        .isInstanceOf(ConcurrencyConflict.class);
    assertThatThrownBy(() -> written(invoice, notes("c", "d", 2)))
        .isInstanceOf(ConcurrencyConflict.class);
    assertThat(on(invoice)).isEqualTo(notes("a", "b", 1));
  }

  private static InvoiceNotes notes(String shown, String internal, long version) {
    return new InvoiceNotes(Optional.of(shown), Optional.of(internal), version);
  }

  @CanIgnoreReturnValue
  private InvoiceNotes written(InvoiceId invoice, InvoiceNotes notes) {
    return unitOfWork()
        .run(
            () -> {
              notebook().write(invoice, notes);
              return notebook().on(invoice);
            });
  }

  private InvoiceNotes on(InvoiceId invoice) {
    return unitOfWork().run(() -> notebook().on(invoice));
  }
}
