package dev.planlift.service.storage;

import dev.planlift.service.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

/** The storage that the settings name. */
@ApplicationScoped
public class Stores {
  @Produces
  @ApplicationScoped
  ArtifactStore store(Settings settings) {
    return switch (settings.storage().kind()) {
      case FOLDER -> new FolderStore(settings.data().resolve("files"));
      case S3 -> S3Store.open(settings.storage().s3());
    };
  }

  void close(@Disposes ArtifactStore store) throws Exception {
    if (store instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}
