/** One small class per DXF entity: its group codes in, drawing items out. */
@NullMarked
package dev.planlift.core.dxf.entity;

import org.jspecify.annotations.NullMarked;
