package org.mercat.persistence.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Texts by their names, as one object of JSON. */
final class NamedTexts {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  private NamedTexts() {}

  static String write(Map<String, String> texts) {
    try {
      return MAPPER.writeValueAsString(texts);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("no JSON of " + texts.keySet(), failure);
    }
  }

  static SortedMap<String, String> read(String json) {
    try {
      return MAPPER.readValue(json, TEXTS);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("not an object of texts", failure);
    }
  }
}
