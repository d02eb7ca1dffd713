package org.mercat.rest.shared;

import java.util.Map;

/** What every line of the log says of the work around it, besides its own words. */
public interface LogFields {

  /** A log without room for them: its lines say themselves what they are about. */
  LogFields NONE =
      new LogFields() {
        @Override
        public void put(String name, String value) {}

        @Override
        public void remove(String name) {}
      };

  /** From here on, for lines of this thread. */
  void put(String name, String value);

  void remove(String name);

  /** All of them, until the scope is closed. */
  default Scope with(Map<String, String> fields) {
    fields.forEach(this::put);
    return () -> fields.keySet().forEach(this::remove);
  }

  /** How long fields are there. */
  interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}
