package dev.planlift.core.pdf;

import dev.planlift.core.source.Layer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/** A file's optional content as layers, by its default configuration. PDF 32000-1, §8.11. */
final class OptionalContent {
  /** Dark enough for white and light enough for black: a group has no colour of its own. */
  private static final int GREY = 0x808080;

  private static final int MOST_NESTED = 16;

  private final @Nullable PDOptionalContentProperties properties;
  private final IdentityHashMap<COSDictionary, Layer> layers = new IdentityHashMap<>();

  OptionalContent(Optional<PDOptionalContentProperties> properties) {
    this.properties = properties.orElse(null);
  }

  /** The layer of a group, or of a membership dictionary: its first group's, as its policy says. */
  Layer layer(COSDictionary dictionary) {
    var known = layers.get(dictionary);
    if (known == null) {
      known = new Layer(name(dictionary), GREY, isVisible(dictionary), true);
      layers.put(dictionary, known);
    }
    return known;
  }

  private static boolean isMembership(COSDictionary dictionary) {
    return COSName.OCMD.equals(dictionary.getCOSName(COSName.TYPE));
  }

  private static String name(COSDictionary dictionary) {
    var group = dictionary;
    if (isMembership(dictionary)) {
      var groups = groups(dictionary);
      if (groups.isEmpty()) {
        return Layer.ZERO.name();
      }
      group = groups.getFirst();
    }
    var name = group.getString(COSName.NAME);
    return name == null || name.isBlank() ? Layer.ZERO.name() : name;
  }

  private static List<COSDictionary> groups(COSDictionary membership) {
    var groups = new ArrayList<COSDictionary>();
    var base = membership.getDictionaryObject(COSName.OCGS);
    if (base instanceof COSDictionary one) {
      groups.add(one);
    } else if (base instanceof COSArray many) {
      for (int i = 0; i < many.size(); i++) {
        if (many.getObject(i) instanceof COSDictionary one) {
          groups.add(one);
        }
      }
    }
    return groups;
  }

  private boolean isVisible(COSDictionary dictionary) {
    if (!isMembership(dictionary)) {
      return isOn(dictionary);
    }
    var expression = dictionary.getCOSArray(COSName.getPDFName("VE"));
    if (expression != null && expression.size() > 0) {
      return holds(expression, 0);
    }
    var groups = groups(dictionary);
    if (groups.isEmpty()) {
      return true;
    }
    var policy = dictionary.getNameAsString(COSName.P, "AnyOn");
    return switch (policy) {
      case "AllOn" -> groups.stream().allMatch(this::isOn);
      case "AnyOff" -> !groups.stream().allMatch(this::isOn);
      case "AllOff" -> groups.stream().noneMatch(this::isOn);
      default -> groups.stream().anyMatch(this::isOn);
    };
  }

  /** What cannot be understood is shown. */
  private boolean holds(@Nullable COSBase base, int depth) {
    if (base instanceof COSDictionary group) {
      return isOn(group);
    }
    if (!(base instanceof COSArray array) || array.size() == 0 || depth > MOST_NESTED) {
      return true;
    }
    var operator = array.getObject(0) instanceof COSName name ? name.getName() : "";
    var results = new ArrayList<Boolean>();
    for (int i = 1; i < array.size(); i++) {
      results.add(holds(array.getObject(i), depth + 1));
    }
    return switch (operator) {
      case "And" -> !results.contains(false);
      case "Or" -> results.contains(true);
      case "Not" -> results.isEmpty() || !results.getFirst();
      default -> true;
    };
  }

  private boolean isOn(COSDictionary group) {
    if (properties == null || !COSName.OCG.equals(group.getCOSName(COSName.TYPE))) {
      return true;
    }
    return properties.isGroupEnabled(new PDOptionalContentGroup(group));
  }
}
