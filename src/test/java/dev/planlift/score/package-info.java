/**
 * What is true of a floor plan, and how near a model made from its drawing comes to it: exact areas
 * of the cut wall solids, openings and rooms found. Metres, plan axes.
 */
@NullMarked
package dev.planlift.score;

import org.jspecify.annotations.NullMarked;
