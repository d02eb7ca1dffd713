package org.mercat.persistence.shared;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.Money;

/**
 * Events as JSON: their components by name, ids as text, money as amount and currency, times in
 * UTC, null for what is absent.
 */
final class EventPayload {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(new MoneySerializer())
                  .setSerializerModifier(new OneComponent()))
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  private EventPayload() {}

  static String of(DomainEvent event) {
    try {
      return MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("no JSON of " + event.getClass().getName(), failure);
    }
  }

  private static final class MoneySerializer extends StdSerializer<Money> {
    private static final long serialVersionUID = 1;

    MoneySerializer() {
      super(Money.class);
    }

    @Override
    public void serialize(Money money, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      json.writeNumberField("amount", money.minor());
      json.writeStringField("currency", money.currency().getCurrencyCode());
      json.writeEndObject();
    }
  }

  /** A record of one component named value, as every id is, is written as that value. */
  private static final class OneComponent extends BeanSerializerModifier {
    private static final long serialVersionUID = 1;

    @Override
    public JsonSerializer<?> modifySerializer(
        SerializationConfig config, BeanDescription type, JsonSerializer<?> usual) {
      if (type.getBeanClass() == Optional.class) {
        return new OptionalSerializer();
      }
      var components = type.getBeanClass().getRecordComponents();
      var wraps =
          components != null && components.length == 1 && components[0].getName().equals("value");
      return wraps ? new ValueSerializer(components[0]) : usual;
    }
  }

  private static final class OptionalSerializer extends StdSerializer<Optional<?>> {
    private static final long serialVersionUID = 1;

    OptionalSerializer() {
      super(Optional.class, false);
    }

    @Override
    public void serialize(Optional<?> optional, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(optional.orElse(null), json);
    }
  }

  private static final class ValueSerializer extends StdSerializer<Record> {
    private static final long serialVersionUID = 1;

    private final transient RecordComponent value;

    ValueSerializer(RecordComponent value) {
      super(Record.class);
      this.value = value;
    }

    @Override
    public void serialize(Record wrapper, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      try {
        var accessor = value.getAccessor();
        accessor.setAccessible(true);
        provider.defaultSerializeValue(accessor.invoke(wrapper), json);
      } catch (ReflectiveOperationException failure) {
        throw new IOException("the value of " + wrapper.getClass() + " cannot be read", failure);
      }
    }
  }
}
