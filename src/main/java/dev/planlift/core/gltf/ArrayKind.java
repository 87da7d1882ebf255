package dev.planlift.core.gltf;

/**
 * The kinds of arrays in the binary chunk. Those of one kind lie together, in this order: the two
 * kinds last whose length is no multiple of four.
 */
enum ArrayKind {
  FLOAT_POSITIONS(Component.FLOAT, 3, 12),

  /** Six bytes and two of padding: vertices begin at multiples of four. */
  SHORT_POSITIONS(Component.SHORT, 3, 8),
  FLOAT_NORMALS(Component.FLOAT, 3, 12),

  /** Three bytes and one of padding. */
  BYTE_NORMALS(Component.BYTE, 3, 4),

  /** Of EXT_mesh_gpu_instancing: where a mesh stands, again and again. */
  TRANSLATIONS(Component.FLOAT, 3, 12),
  ROTATIONS(Component.FLOAT, 4, 16),
  SCALES(Component.FLOAT, 3, 12),
  TRIANGLE_INTS(Component.UNSIGNED_INT, 1, 4),
  LINE_INTS(Component.UNSIGNED_INT, 1, 4),
  TRIANGLE_SHORTS(Component.UNSIGNED_SHORT, 1, 2),
  LINE_SHORTS(Component.UNSIGNED_SHORT, 1, 2);

  /** The modes of EXT_meshopt_compression. */
  enum Mode {
    ATTRIBUTES,
    TRIANGLES,
    INDICES
  }

  /** Numbers by their names in OpenGL. */
  enum Component {
    BYTE(5120),
    SHORT(5122),
    UNSIGNED_SHORT(5123),
    UNSIGNED_INT(5125),
    FLOAT(5126);

    private final int number;

    Component(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }

  private final Component component;
  private final int components;
  private final int stride;

  ArrayKind(Component component, int components, int stride) {
    this.component = component;
    this.components = components;
    this.stride = stride;
  }

  Component component() {
    return component;
  }

  /** The glTF's name of an element. */
  String type() {
    return components == 1 ? "SCALAR" : "VEC" + components;
  }

  /** Bytes from one element to the next. */
  int stride() {
    return stride;
  }

  /** Whether it holds indices. */
  boolean isIndices() {
    return components == 1;
  }

  /** Whether it holds attributes of vertices. */
  boolean isVertices() {
    return switch (this) {
      case FLOAT_POSITIONS, SHORT_POSITIONS, FLOAT_NORMALS, BYTE_NORMALS -> true;
      case TRANSLATIONS, ROTATIONS, SCALES -> false;
      case TRIANGLE_INTS, LINE_INTS, TRIANGLE_SHORTS, LINE_SHORTS -> false;
    };
  }

  /** How EXT_meshopt_compression takes it. */
  Mode mode() {
    return switch (this) {
      case FLOAT_POSITIONS, SHORT_POSITIONS, FLOAT_NORMALS, BYTE_NORMALS -> Mode.ATTRIBUTES;
      case TRANSLATIONS, ROTATIONS, SCALES -> Mode.ATTRIBUTES;
      case TRIANGLE_INTS, TRIANGLE_SHORTS -> Mode.TRIANGLES;
      case LINE_INTS, LINE_SHORTS -> Mode.INDICES;
    };
  }

  /** 65,535 itself is the primitive restart value and may not be an index. */
  static ArrayKind indices(boolean lines, long vertexCount) {
    if (vertexCount <= 65_535) {
      return lines ? LINE_SHORTS : TRIANGLE_SHORTS;
    }
    return lines ? LINE_INTS : TRIANGLE_INTS;
  }
}
