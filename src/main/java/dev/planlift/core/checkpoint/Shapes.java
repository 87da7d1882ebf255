package dev.planlift.core.checkpoint;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.drawing.SymbolInstance;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the shapes of types by looking at them, and writes down what it saw: two builds that saw
 * the same read each other's bytes. The types are closed: records, sealed interfaces, enums and
 * what {@link Plain} and {@link Groups} know; any other is refused.
 */
final class Shapes {
  private final Map<Type, Shape> shapes = new HashMap<>(Plain.SHAPES);
  private final StringBuilder seen = new StringBuilder();

  /** The shape of a type; every type within it is looked at, too. */
  Shape of(Type type) {
    var known = shapes.get(type);
    if (known != null) {
      return known;
    }
    var later = new Later();
    shapes.put(type, later);
    var shape = look(type);
    later.is(shape);
    shapes.put(type, shape);
    return shape;
  }

  /** What was seen of all types so far, in words. */
  String seen() {
    return seen.toString();
  }

  private Shape look(Type type) {
    if (type instanceof ParameterizedType generic) {
      return group(generic);
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalArgumentException("No shape for " + type);
    }
    seen.append('\n').append(plain.getName());
    if (plain == Symbol.class) {
      return new Symbols(of(DrawingItem.class));
    } else if (plain == SeenItems.class) {
      return new Sights(of(DrawingItem.class), of(SymbolInstance.class));
    } else if (plain == EntityLedger.class) {
      return new Converted<>(
          EntityLedger.class,
          EntityLedger.Account.class,
          of(EntityLedger.Account.class),
          EntityLedger::account,
          EntityLedger::of);
    } else if (plain.isEnum()) {
      var constants = List.of(plain.getEnumConstants());
      seen.append(constants);
      return new Groups.Constant(constants);
    } else if (plain.isSealed()) {
      return oneOf(plain);
    } else if (plain.isRecord()) {
      return shared(plain, record(plain));
    }
    throw new IllegalArgumentException("No shape for " + type);
  }

  private Shape group(ParameterizedType type) {
    var inner = Arrays.stream(type.getActualTypeArguments()).map(this::of).toList();
    if (type.getRawType() == List.class) {
      return new Groups.Many(inner.getFirst());
    } else if (type.getRawType() == Optional.class) {
      return new Groups.Maybe(inner.getFirst());
    } else if (type.getRawType() == Map.class) {
      return new Groups.Pairs(inner.getFirst(), inner.getLast());
    }
    throw new IllegalArgumentException("No shape for " + type);
  }

  private Shape record(Class<?> type) {
    var components = new ArrayList<Shape>();
    for (var component : type.getRecordComponents()) {
      seen.append('(').append(component.getName()).append(' ');
      seen.append(component.getGenericType().getTypeName()).append(')');
    }
    for (var component : type.getRecordComponents()) {
      components.add(of(component.getGenericType()));
    }
    return RecordShape.of(type, components);
  }

  /** Items are known by who they are; of looks there are few, and equal ones are one. */
  private static Shape shared(Class<?> type, Shape shape) {
    if (DrawingItem.class.isAssignableFrom(type)) {
      return new Shared(shape, true);
    }
    return type == Appearance.class ? new Shared(shape, false) : shape;
  }

  private Shape oneOf(Class<?> type) {
    var kinds = new ArrayList<Class<?>>();
    addKinds(type, kinds);
    kinds.forEach(kind -> seen.append('|').append(kind.getName()));
    return new Groups.OneOf(List.copyOf(kinds), kinds.stream().<Shape>map(this::of).toList());
  }

  private static void addKinds(Class<?> type, List<Class<?>> kinds) {
    for (var permitted : type.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        addKinds(permitted, kinds);
      } else {
        kinds.add(permitted);
      }
    }
  }
}
