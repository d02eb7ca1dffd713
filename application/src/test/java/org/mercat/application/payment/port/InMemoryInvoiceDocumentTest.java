package org.mercat.application.payment.port;

import static java.nio.charset.StandardCharsets.UTF_8;

class InMemoryInvoiceDocumentTest implements InvoiceDocumentContract {

  @Override
  public InvoiceDocument document() {
    return new InMemoryInvoiceDocument();
  }

  @Override
  public String text(byte[] document) {
    return new String(document, UTF_8);
  }
}
