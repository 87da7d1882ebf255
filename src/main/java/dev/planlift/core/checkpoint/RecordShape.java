package dev.planlift.core.checkpoint;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** A record as its components, one after the other. */
final class RecordShape implements Shape {
  private final MethodHandle constructor;
  private final List<MethodHandle> accessors;
  private final List<Shape> components;

  private RecordShape(
      MethodHandle constructor, List<MethodHandle> accessors, List<Shape> components) {
    this.constructor = constructor;
    this.accessors = List.copyOf(accessors);
    this.components = List.copyOf(components);
  }

  /**
   * @param type a public record
   * @param components the shapes of its components
   */
  static RecordShape of(Class<?> type, List<Shape> components) {
    var parts = type.getRecordComponents();
    var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var lookup = MethodHandles.publicLookup();
    try {
      var constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, types))
              .asSpreader(Object[].class, types.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
      var accessors = new java.util.ArrayList<MethodHandle>();
      for (var part : parts) {
        accessors.add(
            lookup
                .unreflect(part.getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class)));
      }
      return new RecordShape(constructor, accessors, components);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Not a public record: " + type, e);
    }
  }

  @Override
  public void write(Object value, Output to) throws IOException {
    for (int i = 0; i < components.size(); i++) {
      components.get(i).write(component(value, accessors.get(i)), to);
    }
  }

  @Override
  public Object read(Input from) throws IOException {
    var values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = components.get(i).read(from);
    }
    try {
      return (Object) constructor.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException("A record refuses its components", e);
    }
  }

  private static Object component(Object value, MethodHandle accessor) throws IOException {
    try {
      return (Object) accessor.invokeExact(value);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException("A record keeps a component to itself", e);
    }
  }
}
