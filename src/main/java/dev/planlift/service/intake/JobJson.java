package dev.planlift.service.intake;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;

/** The interface's JSON: members in the order of the records, nothing where there is nothing. */
@ApplicationScoped
class JobJson {
  private final Jsonb jsonb =
      JsonbBuilder.create(new JsonbConfig().withPropertyOrderStrategy(PropertyOrderStrategy.ANY));

  Jsonb binding() {
    return jsonb;
  }

  String text(Object record) {
    return jsonb.toJson(record);
  }

  @PreDestroy
  void close() throws Exception {
    jsonb.close();
  }
}
