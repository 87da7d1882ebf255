package dev.planlift.service.storage;

import dev.planlift.service.config.Settings;

/** The kinds of storage. */
final class Stores {
  private Stores() {}

  /** The storage that the settings name. */
  static ArtifactStore of(Settings settings) {
    return switch (settings.storage().kind()) {
      case FOLDER -> new FolderStore(settings.data().resolve("files"));
      case S3 -> S3Store.open(settings.storage().s3());
    };
  }
}
