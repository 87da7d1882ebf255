/**
 * Proxy graphics: the picture that a program leaves of an entity only it knows, a stream of drawing
 * commands. In: bytes; out: drawing items in the drawing's units. After the Open Design
 * Specification for .dwg files, “Proxy Entity Graphics”, and ezdxf's proxygraphic.py. Whatever the
 * bytes, reading ends after as many steps as there are bytes; a stream that breaks off gives what
 * was whole, and says so.
 */
@NullMarked
package dev.planlift.core.dxf.proxy;

import org.jspecify.annotations.NullMarked;
