package dev.planlift.samples;

import java.util.List;
import java.util.Random;

/** Names for rooms in one language, numbered so that each is there once. */
final class NamesOfRooms {
  private static final List<List<String>> LANGUAGES =
      List.of(
          List.of("OFFICE", "BEDROOM", "KITCHEN", "BATH", "HALL", "STORE"),
          List.of("Büro", "Schlafen", "Küche", "Bad", "Flur", "Abstellraum"),
          List.of("침실", "거실", "주방", "욕실", "현관", "창고"),
          List.of("卧室", "客厅", "厨房", "卫生间", "走廊"),
          List.of("洋室", "居間", "台所", "浴室", "玄関"),
          List.of("Dormitorio", "Cocina", "Baño", "Salón", "Pasillo"),
          List.of("Chambre", "Cuisine", "Salle de bain", "Séjour", "Dégagement"),
          List.of("Pokój", "Kuchnia", "Łazienka", "Salon", "Korytarz"));

  private final List<String> words;
  private int given;

  NamesOfRooms(Random random) {
    words = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
  }

  String next(double area) {
    int word = area > 12 ? given % 3 : 2 + given % (words.size() - 2);
    return words.get(word) + " " + ++given;
  }
}
