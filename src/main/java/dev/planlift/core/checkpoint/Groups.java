package dev.planlift.core.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shapes of what holds other things. */
final class Groups {
  private Groups() {}

  /** Any number of one shape, in order. */
  record Many(Shape element) implements Shape {
    @Override
    public void write(Object value, Output to) throws IOException {
      var all = (Collection<?>) value;
      to.count(all.size());
      for (var one : all) {
        element.write(one, to);
      }
    }

    @Override
    public Object read(Input from) throws IOException {
      int size = from.size();
      if (size == 1) {
        return List.of(element.read(from));
      }
      var all = new ArrayList<Object>(Math.min(size, 1 << 10));
      for (int i = 0; i < size; i++) {
        all.add(element.read(from));
      }
      return List.copyOf(all);
    }
  }

  /** One or none. */
  record Maybe(Shape element) implements Shape {
    @Override
    public void write(Object value, Output to) throws IOException {
      var maybe = (Optional<?>) value;
      to.flag(maybe.isPresent());
      if (maybe.isPresent()) {
        element.write(maybe.get(), to);
      }
    }

    @Override
    public Object read(Input from) throws IOException {
      return from.flag() ? Optional.of(element.read(from)) : Optional.empty();
    }
  }

  /** Pairs: in their order where the keys are texts, else in one order for equal maps. */
  record Pairs(Shape key, Shape value) implements Shape {
    @Override
    public void write(Object pairs, Output to) throws IOException {
      var map = (Map<?, ?>) pairs;
      to.count(map.size());
      if (map.keySet().stream().allMatch(String.class::isInstance)) {
        for (var pair : map.entrySet()) {
          write(pair, to);
        }
        return;
      }
      var ordered = new ArrayList<Map.Entry<?, ?>>(map.entrySet());
      ordered.sort(Comparator.comparing(pair -> pair.getKey().toString()));
      for (var pair : ordered) {
        write(pair, to);
      }
    }

    private void write(Map.Entry<?, ?> pair, Output to) throws IOException {
      key.write(pair.getKey(), to);
      value.write(pair.getValue(), to);
    }

    @Override
    public Object read(Input from) throws IOException {
      int size = from.size();
      var map = new LinkedHashMap<Object, Object>();
      for (int i = 0; i < size; i++) {
        map.put(key.read(from), value.read(from));
      }
      return Collections.unmodifiableMap(map);
    }
  }

  /** One of an enum's constants. */
  record Constant(List<?> constants) implements Shape {
    @Override
    public void write(Object value, Output to) throws IOException {
      to.count(constants.indexOf(value));
    }

    @Override
    public Object read(Input from) throws IOException {
      return constants.get(from.size());
    }
  }

  /** One of the kinds of a sealed type. */
  record OneOf(List<Class<?>> kinds, List<Shape> shapes) implements Shape {
    @Override
    public void write(Object value, Output to) throws IOException {
      int kind = kinds.indexOf(value.getClass());
      to.count(kind);
      shapes.get(kind).write(value, to);
    }

    @Override
    public Object read(Input from) throws IOException {
      return shapes.get(from.size()).read(from);
    }
  }
}
