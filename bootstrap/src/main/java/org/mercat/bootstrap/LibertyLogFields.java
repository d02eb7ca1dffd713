package org.mercat.bootstrap;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.mercat.rest.shared.LogFields;

/**
 * The extensions that Open Liberty writes into every JSON line of a thread, as {@code ext_<name>}.
 * Its class is part of the server and of no library, so it is looked for by its name.
 */
final class LibertyLogFields implements LogFields {
  private static final String CONTEXT = "com.ibm.websphere.logging.hpel.LogRecordContext";

  private final MethodHandle add;
  private final MethodHandle remove;

  private LibertyLogFields(MethodHandle add, MethodHandle remove) {
    this.add = add;
    this.remove = remove;
  }

  /** Empty where the server does not have them. */
  static Optional<LogFields> find() {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    try {
      Class<?> context = Class.forName(CONTEXT);
      return Optional.of(
          new LibertyLogFields(
              lookup.findStatic(
                  context,
                  "addExtension",
                  MethodType.methodType(void.class, String.class, String.class)),
              lookup.findStatic(
                  context, "removeExtension", MethodType.methodType(boolean.class, String.class))));
    } catch (ReflectiveOperationException _) {
      return Optional.empty();
    }
  }

  @Override
  public void put(String name, String value) {
    try {
      add.invokeExact(name, value);
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  @Override
  public void remove(String name) {
    try {
      boolean _ = (boolean) remove.invokeExact(name);
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  private static IllegalStateException failed(Throwable failure) {
    return new IllegalStateException("the server's log takes no fields", failure);
  }
}
