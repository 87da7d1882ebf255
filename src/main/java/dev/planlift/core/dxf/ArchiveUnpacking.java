package dev.planlift.core.dxf;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Takes a ZIP apart, trusting nothing it says of itself. */
final class ArchiveUnpacking {
  static final int MAX_ENTRIES = 10_000;
  static final long MAX_BYTES = 2L << 30;

  /** Text of a drawing packs ten to twenty times; below the second figure the ratio may be any. */
  static final int MAX_RATIO = 200;

  static final long UNSUSPICIOUS_BYTES = 16L << 20;

  private static final int MAX_NAME_LENGTH = 1000;
  private static final Set<String> ARCHIVES = Set.of("zip", "7z", "rar", "gz", "bz2", "xz", "tar");

  /** Of names not marked as UTF-8: APPNOTE.TXT, appendix D. */
  private static final Charset OLD_NAMES = Charset.forName("IBM437");

  private final Path folder;
  private final Consumer<DrawingFiles.Named> files;
  private final DoubleConsumer progress;
  private final byte[] buffer = new byte[1 << 16];
  private long left = MAX_BYTES;
  private int count;

  /**
   * @param folder where the files come to lie
   * @param files told of each
   */
  ArchiveUnpacking(Path folder, Consumer<DrawingFiles.Named> files, DoubleConsumer progress) {
    this.folder = folder;
    this.files = files;
    this.progress = progress;
  }

  void unpack(Path archive) throws IOException {
    try (var zip = open(archive)) {
      if (zip.size() > MAX_ENTRIES) {
        throw bomb("The archive has " + zip.size() + " entries, allowed are " + MAX_ENTRIES, "");
      }
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        take(zip, entries.nextElement());
      }
    }
  }

  private static ZipFile open(Path archive) throws IOException {
    try {
      return open(archive, StandardCharsets.UTF_8);
    } catch (ZipException | IllegalArgumentException e) {
      try {
        return open(archive, OLD_NAMES);
      } catch (ZipException damaged) {
        damaged.addSuppressed(e);
        boolean locked = String.valueOf(damaged.getMessage()).contains("encrypted");
        throw new PermanentError(
            locked ? ErrorCode.ENCRYPTED : ErrorCode.PARSING_ERROR,
            "The ZIP archive cannot be opened: " + damaged.getMessage(),
            Place.UNKNOWN,
            damaged);
      }
    }
  }

  private static ZipFile open(Path archive, Charset names) throws IOException {
    return new ZipFile(archive.toFile(), names);
  }

  private void take(ZipFile zip, ZipEntry entry) throws IOException {
    var name = entry.getName().replace('\\', '/');
    checkName(name);
    if (name.endsWith("/") || isRubbish(name)) {
      return;
    }
    var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (ARCHIVES.contains(extension)) {
      throw refused("The archive holds another archive, " + name, name);
    }
    var file = new DrawingFiles.Named(name, folder.resolve(count++ + ".file"));
    if (DrawingArchive.isDxf(file)) {
      try (var in = zip.getInputStream(entry)) {
        unpack(in, entry, file);
      } catch (ZipException | EOFException e) {
        throw damaged(name, e);
      }
    } else {
      Files.createFile(file.path());
    }
    files.accept(file);
  }

  /** What macOS puts beside each file. */
  private static boolean isRubbish(String name) {
    return name.startsWith("__MACOSX/")
        || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
  }

  private static void checkName(String name) {
    boolean outside = name.startsWith("/") || name.matches("[A-Za-z]:.*") || name.isEmpty();
    for (var part : name.split("/", -1)) {
      outside |= part.equals("..") || part.equals(".");
    }
    boolean odd = name.length() > MAX_NAME_LENGTH || name.chars().anyMatch(Character::isISOControl);
    if (outside || odd) {
      var shown = name.substring(0, Math.min(name.length(), 100));
      throw refused("The archive holds a file whose name leads out of it: " + shown, shown);
    }
  }

  private void unpack(InputStream in, ZipEntry entry, DrawingFiles.Named file) throws IOException {
    var crc = new CRC32();
    long size = 0;
    try (var out = Files.newOutputStream(file.path())) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        left -= read;
        checkSize(entry, size);
        crc.update(buffer, 0, read);
        out.write(buffer, 0, read);
        progress.accept(0);
      }
    }
    if (entry.getCrc() >= 0 && entry.getCrc() != crc.getValue()) {
      throw damaged(file.name(), null);
    }
  }

  private void checkSize(ZipEntry entry, long size) {
    if (left < 0) {
      throw bomb("The archive unpacks to more than " + MAX_BYTES + " bytes", entry.getName());
    }
    long packed = Math.max(1, entry.getCompressedSize());
    if (size > UNSUSPICIOUS_BYTES && size / packed > MAX_RATIO) {
      throw bomb(
          entry.getName() + " unpacks to more than " + MAX_RATIO + " times its size",
          entry.getName());
    }
  }

  private static PermanentError bomb(String what, String entry) {
    return new PermanentError(ErrorCode.DECOMPRESSION_BOMB, what, Place.of("entry", entry));
  }

  private static PermanentError refused(String what, String entry) {
    return new PermanentError(ErrorCode.INVALID_FORMAT, what, Place.of("entry", entry));
  }

  private static PermanentError damaged(
      String name, java.io.@org.jspecify.annotations.Nullable IOException cause) {
    return new PermanentError(
        ErrorCode.PARSING_ERROR,
        name + " in the archive is damaged",
        Place.of("entry", name),
        cause);
  }
}
