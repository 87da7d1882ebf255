package dev.planlift.runner;

import java.util.List;

/** No bounds from outside. */
enum Unconfined implements Confinement {
  HERE;

  @Override
  public List<String> prefix() {
    return List.of();
  }

  @Override
  public void takeIn(Process process) {}

  @Override
  public String description() {
    return "none";
  }
}
