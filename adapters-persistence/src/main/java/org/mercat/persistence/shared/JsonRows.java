package org.mercat.persistence.shared;

import static com.fasterxml.jackson.databind.PropertyNamingStrategies.SNAKE_CASE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/**
 * Many rows as one parameter of a statement, or as one column of its result: JSON whose members
 * have the names of the columns.
 */
public final class JsonRows {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(SNAKE_CASE).build();

  private JsonRows() {}

  /** For {@code jsonb_to_recordset}. */
  public static String of(List<? extends Record> rows) {
    try {
      return MAPPER.writeValueAsString(rows);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("no JSON of " + rows, failure);
    }
  }

  /** What {@code jsonb_agg} has gathered. */
  public static <T extends Record> List<T> read(String json, Class<T> row) {
    try {
      return MAPPER.readerForListOf(row).readValue(json);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("no rows of " + row.getSimpleName() + ": " + json, failure);
    }
  }
}
