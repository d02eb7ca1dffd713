package org.mercat.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Even a page that asks for it gets nothing from anywhere. */
class PdfWriterTest {

  @Test
  void nothing_is_fetched_from_the_network_or_the_disk(@TempDir Path folder) throws IOException {
    var requests = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    var secret = folder.resolve("secret.css");
    Files.writeString(secret, "body:after { content: 'stolen' }");
    var url = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      var document =
          new PdfWriter()
              .write(
                  """
                  <html><head>
                  <link rel="stylesheet" href="%1$s/sheet.css"/>
                  <link rel="stylesheet" href="%2$s"/>
                  <style>@import url("%1$s/import.css");
                  @font-face { font-family: X; src: url("%1$s/font.ttf"); }
                  body { background-image: url("%1$s/back.png"); font-family: X, 'DejaVu Sans'; }
                  </style></head>
                  <body>before <img src="%1$s/pixel.png"/><object data="%1$s/object"/> after</body>
                  </html>
                  """
                      .formatted(url, secret.toUri()));

      assertThat(requests).hasValue(0);
      try (var pdf = Loader.loadPDF(document)) {
        assertThat(new PDFTextStripper().getText(pdf)).contains("before", "after");
        assertThat(new PDFTextStripper().getText(pdf)).doesNotContain("stolen");
      }
    } finally {
      server.stop(0);
    }
  }
}
