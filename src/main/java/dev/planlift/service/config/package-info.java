/** The service's settings, typed and nested, read and checked once at the start; its clock. */
@NullMarked
package dev.planlift.service.config;

import org.jspecify.annotations.NullMarked;
