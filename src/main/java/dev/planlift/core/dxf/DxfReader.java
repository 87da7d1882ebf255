package dev.planlift.core.dxf;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.ExternalReference;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;

/**
 * Reads a DXF, ASCII or binary, R12 and older (AC1009) to 2018 (AC1032). Streams: memory grows with
 * what is drawn, not with the file; time is linear in it. Stateless and thread-safe.
 */
public final class DxfReader {
  /**
   * Reads a drawing by itself, without those it refers to.
   *
   * @param progress told now and then which part of the file, 0 to 1, has been read
   * @throws PermanentError as {@link #read(DrawingFiles.Named, DrawingFiles, String,
   *     DoubleConsumer)}
   */
  public Drawing read(Path file, DoubleConsumer progress) {
    return read(DrawingFiles.Named.of(file), DrawingFiles.none(), "", progress);
  }

  /** Reads the model of a drawing and of those it refers to; as with an empty layout below. */
  public Drawing read(DrawingFiles.Named file, DrawingFiles files, DoubleConsumer progress) {
    return read(file, files, "", progress);
  }

  /**
   * Reads a drawing and those it refers to.
   *
   * @param files where those are looked for
   * @param layout the name of the sheet to read instead of the model; the model where empty. For a
   *     sheet, the file is gone through twice: sheets are named at its end
   * @param progress told now and then which part of the file, 0 to 1, has been read
   * @throws PermanentError EMPTY_FILE; INVALID_FORMAT, which says what the file is instead;
   *     PARSING_ERROR with line (in a binary DXF byte) and handle; INVALID_OPTION where there is no
   *     such sheet
   */
  public Drawing read(
      DrawingFiles.Named file, DrawingFiles files, String layout, DoubleConsumer progress) {
    var sheet =
        layout.isEmpty() || layout.equalsIgnoreCase(Sheet.MODEL)
            ? Optional.<Sheet>empty()
            : Optional.of(with(file.path(), (tags, size) -> sheet(tags, size, layout)));
    var layers = new LayerTable();
    var drawing = once(file, files, sheet, layers, progress);
    // Where entities stand before their layers, they are seen rightly the second time.
    return layers.cameLate() ? once(file, files, sheet, layers, part -> {}) : drawing;
  }

  private static Drawing once(
      DrawingFiles.Named file,
      DrawingFiles files,
      Optional<Sheet> sheet,
      LayerTable layers,
      DoubleConsumer progress) {
    var references = References.of(file, files, true);
    return with(
        file.path(),
        (tags, size) -> {
          var document = new DocumentReader(tags, size, progress, references, layers, Census.NONE);
          sheet.ifPresent(document::choose);
          return document.read();
        });
  }

  private static Sheet sheet(TagReader tags, long size, String layout) {
    var document =
        new DocumentReader(
            tags, size, part -> {}, References.none(), new LayerTable(), Census.NONE);
    return Sheet.named(layout, document.definitionsOnly());
  }

  /** The drawings that a drawing refers to, looked for but not read. */
  static List<ExternalReference> references(DrawingFiles.Named file, DrawingFiles files) {
    var references = References.of(file, files, false);
    return with(
        file.path(),
        (tags, size) ->
            new DocumentReader(tags, size, part -> {}, references, new LayerTable(), Census.NONE)
                .read()
                .references());
  }

  Inspection inspect(DrawingFiles.Named file, DrawingFiles files) {
    var census = new TypeCensus();
    var references = References.of(file, files, false);
    return with(
        file.path(),
        (tags, size) -> {
          var document =
              new DocumentReader(tags, size, part -> {}, references, new LayerTable(), census);
          return Inspection.of(file.name(), document, census);
        });
  }

  /** Reads a drawing that another one refers to. */
  static References.Found content(
      Path file, References references, LayerTable layers, DoubleConsumer progress) {
    return with(
        file,
        (tags, size) ->
            new DocumentReader(tags, size, progress, references, layers, Census.NONE).content());
  }

  private static <T> T with(Path file, BiFunction<TagReader, Long, T> work) {
    try (var in = Files.newInputStream(file)) {
      return work.apply(tags(in), Files.size(file));
    } catch (NoSuchFileException e) {
      throw new PermanentError(
          ErrorCode.NOT_FOUND, "There is no file " + file.getFileName(), Place.UNKNOWN, e);
    } catch (IOException e) {
      throw new PermanentError(
          ErrorCode.STORAGE_ERROR, "The file cannot be read: " + e.getMessage(), Place.UNKNOWN, e);
    }
  }

  /** Reads a sheet of a drawing out of memory. */
  static Drawing read(byte[] bytes, String layout) {
    try {
      var sheet = sheet(tags(new ByteArrayInputStream(bytes)), bytes.length, layout);
      var document =
          new DocumentReader(
              tags(new ByteArrayInputStream(bytes)),
              bytes.length,
              part -> {},
              References.none(),
              new LayerTable(),
              Census.NONE);
      document.choose(sheet);
      return document.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a drawing out of memory. */
  static Drawing read(byte[] bytes) {
    try {
      var tags = tags(new ByteArrayInputStream(bytes));
      return new DocumentReader(
              tags, bytes.length, part -> {}, References.none(), new LayerTable(), Census.NONE)
          .read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reader for the form the bytes are in. */
  static TagReader tags(InputStream in) throws IOException {
    var buffered = new BufferedInputStream(in, FileForm.HEAD);
    buffered.mark(FileForm.HEAD);
    var head = buffered.readNBytes(FileForm.HEAD);
    buffered.reset();
    if (FileForm.isUtf16(head)) {
      return tags(new Utf16Stream(buffered));
    }
    buffered.skipNBytes(FileForm.check(head));
    if (FileForm.isBinary(head)) {
      return new BinaryTagReader(buffered, FileForm.hasShortCodes(head));
    }
    var ascii = new AsciiTagReader(buffered);
    if (FileForm.isMarked(head)) {
      ascii.useMarked();
    }
    return ascii;
  }
}
