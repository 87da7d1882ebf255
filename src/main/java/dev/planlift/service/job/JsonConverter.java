package dev.planlift.service.job;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** JSON text in a {@code jsonb} column. The driver gives such a column as an object of its own. */
@Converter
public class JsonConverter implements AttributeConverter<@Nullable String, @Nullable Object> {
  @Override
  public @Nullable Object convertToDatabaseColumn(@Nullable String json) {
    return json;
  }

  @Override
  public @Nullable String convertToEntityAttribute(@Nullable Object column) {
    return column == null ? null : column.toString();
  }
}
