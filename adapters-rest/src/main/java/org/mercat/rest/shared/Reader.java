package org.mercat.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads a JSON value that is there and not null. */
@FunctionalInterface
interface Reader<T> {
  Parsed<T> read(String pointer, JsonNode value);
}
