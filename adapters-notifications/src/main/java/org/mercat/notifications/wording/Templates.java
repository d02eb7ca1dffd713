package org.mercat.notifications.wording;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Templates of this module: what is put into HTML is escaped, and a name that is not given stops
 * the rendering.
 */
public final class Templates {

  private static final String FOLDER = "org/mercat/notifications";

  private final PebbleEngine html = engine(true);
  private final PebbleEngine plain = engine(false);

  /** A page or a mail as HTML. */
  public String html(String template, Map<String, Object> values) {
    return rendered(html, template, values);
  }

  String plain(String template, Map<String, Object> values) {
    return rendered(plain, template, values);
  }

  private static String rendered(PebbleEngine engine, String template, Map<String, Object> values) {
    var page = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(page, values);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return page.toString();
  }

  private static PebbleEngine engine(boolean escaping) {
    var loader = new ClasspathLoader(Templates.class.getClassLoader());
    loader.setPrefix(FOLDER);
    loader.setSuffix(".peb");
    return new PebbleEngine.Builder()
        .loader(loader)
        .autoEscaping(escaping)
        .strictVariables(true)
        .newLineTrimming(false)
        .build();
  }
}
