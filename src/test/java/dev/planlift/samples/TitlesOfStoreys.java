package dev.planlift.samples;

import java.util.List;
import java.util.Random;

/** Titles of storeys from the ground up, each list in one language. */
final class TitlesOfStoreys {
  static final int MOST = 4;

  private static final List<List<String>> LANGUAGES =
      List.of(
          List.of("GROUND FLOOR PLAN", "FIRST FLOOR PLAN", "SECOND FLOOR PLAN", "ATTIC PLAN"),
          List.of("Level 1", "Level 2", "Level 3", "Level 4"),
          List.of("Grundriss EG", "Grundriss 1. OG", "Grundriss 2. OG", "Grundriss DG"),
          List.of("Erdgeschoss", "1. Obergeschoss", "2. Obergeschoss", "Dachgeschoss"),
          List.of("Planta baja", "Planta primera", "Planta segunda", "Planta ático"),
          List.of("Rez-de-chaussée", "1er étage", "2ème étage", "Combles"),
          List.of("1층 평면도", "2층 평면도", "3층 평면도", "다락 평면도"),
          List.of("首层平面图", "二层平面图", "三层平面图", "四层平面图"),
          List.of("1階平面図", "2階平面図", "3階平面図", "4階平面図"),
          List.of("Rzut parteru", "Rzut I piętra", "Rzut II piętra", "Rzut poddasza"),
          List.of("План 1 этажа", "План 2 этажа", "План 3 этажа", "План 4 этажа"),
          List.of("Piano terra", "Piano primo", "Piano secondo", "Sottotetto"),
          List.of("Begane grond", "1e verdieping", "2e verdieping", "Zolder"),
          List.of("Zemin kat planı", "1. kat planı", "2. kat planı", "Çatı katı planı"),
          List.of("R+0", "R+1", "R+2", "R+3"));

  private TitlesOfStoreys() {}

  static List<String> some(Random random) {
    return LANGUAGES.get(random.nextInt(LANGUAGES.size()));
  }
}
