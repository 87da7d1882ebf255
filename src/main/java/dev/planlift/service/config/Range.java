package dev.planlift.service.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Between which values a number, a duration or a size must lie, both included and both in the form
 * one would configure them; an empty end is open.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
  String from() default "";

  String to() default "";
}
