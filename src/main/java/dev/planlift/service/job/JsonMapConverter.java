package dev.planlift.service.job;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A flat map of texts in a {@code jsonb} column. */
@Converter
public class JsonMapConverter
    implements AttributeConverter<@Nullable Map<String, String>, @Nullable Object> {
  @Override
  public @Nullable Object convertToDatabaseColumn(@Nullable Map<String, String> values) {
    return values == null ? null : JsonText.of(values);
  }

  @Override
  public @Nullable Map<String, String> convertToEntityAttribute(@Nullable Object column) {
    return column == null ? null : JsonText.map(column.toString());
  }
}
