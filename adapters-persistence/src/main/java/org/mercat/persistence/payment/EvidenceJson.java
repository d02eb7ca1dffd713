package org.mercat.persistence.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.mercat.domain.payment.EvidenceField;

/** Evidence as one column: an object whose members have the names of the fields. */
final class EvidenceJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<Map<EvidenceField, String>> ANSWERS = new TypeReference<>() {};

  private EvidenceJson() {}

  static String of(Map<EvidenceField, String> answers) {
    try {
      return MAPPER.writeValueAsString(answers);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("no JSON of the evidence", failure);
    }
  }

  static Map<EvidenceField, String> read(String json) {
    try {
      return MAPPER.readValue(json, ANSWERS);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("no evidence", failure);
    }
  }
}
