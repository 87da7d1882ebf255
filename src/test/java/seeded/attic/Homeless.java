package seeded.attic;

/** Lives in no room. */
public class Homeless {}
