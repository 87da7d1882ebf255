package dev.planlift.core.checkpoint;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;

/** The shapes of numbers, texts and flat arrays. */
final class Plain {
  /** By their types. */
  static final Map<Class<?>, Shape> SHAPES =
      Map.ofEntries(
          Map.entry(double.class, new Numbers()),
          Map.entry(Double.class, new Numbers()),
          Map.entry(int.class, new Ints()),
          Map.entry(Integer.class, new Ints()),
          Map.entry(long.class, new Longs()),
          Map.entry(Long.class, new Longs()),
          Map.entry(boolean.class, new Flags()),
          Map.entry(String.class, new Texts()),
          Map.entry(OptionalDouble.class, new MaybeNumbers()),
          Map.entry(double[].class, new NumberArrays()),
          Map.entry(int[].class, new IntArrays()));

  /** Arrays grow as they are filled: a false length must not take the memory. */
  private static final int FIRST_LENGTH = 1 << 12;

  private Plain() {}

  private record Numbers() implements Shape {
    @Override
    public void write(Object value, Output to) throws IOException {
      to.number((Double) value);
    }

    @Override
    public Object read(Input from) throws IOException {
      return from.number();
    }
  }

  private record Ints() implements Shape {
    @Override
    public void write(Object value, Output to) throws IOException {
      to.whole((Integer) value);
    }

    @Override
    public Object read(Input from) throws IOException {
      return Math.toIntExact(from.whole());
    }
  }

  private record Longs() implements Shape {
    @Override
    public void write(Object value, Output to) throws IOException {
      to.whole((Long) value);
    }

    @Override
    public Object read(Input from) throws IOException {
      return from.whole();
    }
  }

  private record Flags() implements Shape {
    @Override
    public void write(Object value, Output to) throws IOException {
      to.flag((Boolean) value);
    }

    @Override
    public Object read(Input from) throws IOException {
      return from.flag();
    }
  }

  private record Texts() implements Shape {
    @Override
    public void write(Object value, Output to) throws IOException {
      to.text((String) value);
    }

    @Override
    public Object read(Input from) throws IOException {
      return from.text();
    }
  }

  private record MaybeNumbers() implements Shape {
    @Override
    public void write(Object value, Output to) throws IOException {
      var maybe = (OptionalDouble) value;
      to.flag(maybe.isPresent());
      if (maybe.isPresent()) {
        to.number(maybe.getAsDouble());
      }
    }

    @Override
    public Object read(Input from) throws IOException {
      return from.flag() ? OptionalDouble.of(from.number()) : OptionalDouble.empty();
    }
  }

  private record NumberArrays() implements Shape {
    @Override
    public void write(Object value, Output to) throws IOException {
      var numbers = (double[]) value;
      to.count(numbers.length);
      for (double number : numbers) {
        to.number(number);
      }
    }

    @Override
    public Object read(Input from) throws IOException {
      int length = from.size();
      var numbers = new double[Math.min(length, FIRST_LENGTH)];
      for (int i = 0; i < length; i++) {
        if (i == numbers.length) {
          numbers = Arrays.copyOf(numbers, (int) Math.min(length, 2L * i));
        }
        numbers[i] = from.number();
      }
      return numbers;
    }
  }

  private record IntArrays() implements Shape {
    @Override
    public void write(Object value, Output to) throws IOException {
      var numbers = (int[]) value;
      to.count(numbers.length);
      for (int number : numbers) {
        to.whole(number);
      }
    }

    @Override
    public Object read(Input from) throws IOException {
      int length = from.size();
      var numbers = new int[Math.min(length, FIRST_LENGTH)];
      for (int i = 0; i < length; i++) {
        if (i == numbers.length) {
          numbers = Arrays.copyOf(numbers, (int) Math.min(length, 2L * i));
        }
        numbers[i] = Math.toIntExact(from.whole());
      }
      return numbers;
    }
  }
}
