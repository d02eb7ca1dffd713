package org.mercat.documents;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * Pages of HTML as PDF, in a font that is part of each document. Nothing that the pages name is
 * fetched, wherever it is.
 */
final class PdfWriter {

  static final String FONT = "DejaVu Sans";

  private static final int NORMAL = 400;
  private static final int BOLD = 700;

  private final byte[] normal = font("DejaVuSans.ttf");
  private final byte[] bold = font("DejaVuSans-Bold.ttf");

  PdfWriter() {
    FontMappers.set(new OwnFontAlone(normal));
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  byte[] write(String html) {
    var document = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.useFont(stream(normal), FONT, NORMAL, FontStyle.NORMAL, true);
    builder.useFont(stream(bold), FONT, BOLD, FontStyle.NORMAL, true);
    for (var when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((_, _) -> false, when);
    }
    builder.withProducer("Mercat");
    builder.withHtmlContent(html, null);
    builder.toStream(document);
    try {
      builder.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return document.toByteArray();
  }

  private static FSSupplier<InputStream> stream(byte[] font) {
    return () -> new ByteArrayInputStream(font);
  }

  private static byte[] font(String file) {
    try (var source = PdfWriter.class.getResourceAsStream("fonts/" + file)) {
      if (source == null) {
        throw new IllegalStateException("no font " + file);
      }
      return source.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
