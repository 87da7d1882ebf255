package dev.planlift.service.intake;

import dev.planlift.core.options.InputFormat;
import dev.planlift.service.config.FileAddresses;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * A drawing that lies in the storage: its kind is known, its bytes are whole. Or one that the
 * worker is still to fetch.
 *
 * @param key where the bytes lie, or nothing does
 * @param name what the client's file was called; empty where it had no name
 * @param sizeBytes 0 where it is to be fetched
 * @param sha256 hexadecimal; empty where it is to be fetched
 * @param fileUrl where it is to be fetched from
 */
record ArrivedDrawing(
    String key,
    String name,
    InputFormat format,
    long sizeBytes,
    String sha256,
    Optional<String> fileUrl) {
  ArrivedDrawing(String key, String name, InputFormat format, long sizeBytes, String sha256) {
    this(key, name, format, sizeBytes, sha256, Optional.empty());
  }

  /** One that is to be fetched; its format is a guess. */
  static ArrivedDrawing at(URI address) {
    return at(address.toString(), FileAddresses.fileName(address));
  }

  static ArrivedDrawing at(String fileUrl, String name) {
    var key = "inputs/" + UUID.randomUUID();
    return new ArrivedDrawing(key, name, InputFormat.DXF, 0, "", Optional.of(fileUrl));
  }
}
