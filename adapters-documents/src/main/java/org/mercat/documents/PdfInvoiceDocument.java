package org.mercat.documents;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.mercat.application.payment.port.InvoiceDocument;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.notification.Language;

/**
 * Papers as PDF: a template whose gaps are escaped becomes HTML, and that becomes pages. The words
 * and the fonts are read when it is made, so that printing reads nothing but its paper.
 */
public final class PdfInvoiceDocument implements InvoiceDocument {

  private final Map<Language, PaperValues> values = new EnumMap<>(Language.class);
  private final PebbleEngine templates = engine();
  private final PdfWriter writer = new PdfWriter();

  public PdfInvoiceDocument(ZoneBook zones) {
    for (var language : Language.values()) {
      values.put(language, new PaperValues(language, zones));
    }
  }

  @Override
  public byte[] print(Paper paper, Language language) {
    var html = new StringWriter();
    try {
      templates.getTemplate("paper.html").evaluate(html, inLanguage(language).of(paper));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return writer.write(readable(html.toString()));
  }

  private PaperValues inLanguage(Language language) {
    var spoken = values.get(language);
    if (spoken == null) {
      throw new IllegalStateException("no words in " + language);
    }
    return spoken;
  }

  /** Without the characters that XML cannot have, which people may have typed. */
  private static String readable(String html) {
    var clean = new StringBuilder(html.length());
    html.codePoints().filter(PdfInvoiceDocument::isOfXml).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isOfXml(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }

  private static PebbleEngine engine() {
    var loader = new ClasspathLoader(PdfInvoiceDocument.class.getClassLoader());
    loader.setPrefix("org/mercat/documents");
    loader.setSuffix(".peb");
    return new PebbleEngine.Builder()
        .loader(loader)
        .autoEscaping(true)
        .strictVariables(true)
        .newLineTrimming(false)
        .build();
  }
}
