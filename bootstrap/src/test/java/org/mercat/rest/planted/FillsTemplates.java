package org.mercat.rest.planted;

public class FillsTemplates {
  final io.pebbletemplates.pebble.PebbleEngine engine = null;
}
