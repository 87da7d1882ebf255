package dev.planlift.core.dxf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The path of a referenced drawing as written, which holds on the machine it was written on. Of it
 * as much counts as there is: {@code C:\plans\base\walls.dwg} is {@code base/walls.dwg} or {@code
 * walls.dwg}, first beside the drawing that names it, then folder by folder up to the root. Where
 * there is a DXF of the same name it stands for a DWG, and for a name without an extension.
 */
record ReferencePath(List<String> parts) {
  private static final int MAX_LENGTH = 4096;

  /**
   * @param written with slashes of either kind
   */
  static ReferencePath of(String written) {
    var parts = new ArrayList<String>();
    if (written.length() <= MAX_LENGTH) {
      for (var part : written.split("[/\\\\]", -1)) {
        boolean drive = parts.isEmpty() && part.endsWith(":");
        if (!part.isBlank() && !part.equals(".") && !part.equals("..") && !drive) {
          parts.add(part.strip());
        }
      }
    }
    return new ReferencePath(List.copyOf(parts));
  }

  /**
   * @param from the place of the drawing that names it
   */
  Optional<DrawingFiles.Named> find(DrawingFiles files, String from) {
    var folder = from;
    do {
      folder = folder.substring(0, Math.max(folder.lastIndexOf('/'), 0));
      for (int first = 0; first < parts.size(); first++) {
        var tail = String.join("/", parts.subList(first, parts.size()));
        var found = file(files, folder.isEmpty() ? tail : folder + "/" + tail);
        if (found.isPresent()) {
          return found;
        }
      }
    } while (!folder.isEmpty());
    return Optional.empty();
  }

  private static Optional<DrawingFiles.Named> file(DrawingFiles files, String name) {
    if (name.toLowerCase(Locale.ROOT).endsWith(".dwg")) {
      return files.file(name.substring(0, name.length() - 4) + ".dxf").or(() -> files.file(name));
    }
    return files.file(name).or(() -> files.file(name + ".dxf"));
  }
}
