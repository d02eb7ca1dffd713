package org.mercat.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Bodies as the provider hands them to a resource. */
public final class Bodies {

  private Bodies() {}

  /** Reads JSON, in which a single quote may stand for a double one. */
  public static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException(text, unreadable);
    }
  }
}
