/** Tests of the config room. */
@NullMarked
package dev.planlift.service.config;

import org.jspecify.annotations.NullMarked;
