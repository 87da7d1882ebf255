package dev.planlift.core.reconstruct;

/**
 * Something on a page that speaks for a plan or against one.
 *
 * @param odds natural logarithm of how much likelier a plan is with it; below zero against one
 * @param words what was seen
 */
record PageClue(double odds, String words) {}
