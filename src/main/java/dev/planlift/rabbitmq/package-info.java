/**
 * The resource adapter that brings RabbitMQ's messages to message-driven beans, and takes theirs:
 * JMS by RabbitMQ's own client, which has no adapter. It knows nothing of jobs. Packed as {@code
 * target/planlift-rabbitmq.rar}, as an adapter cannot lie in a WAR.
 *
 * <p>At least once: a message is acknowledged when the bean has returned, and its transaction,
 * where it has one, has been committed. Connections are made anew for as long as it takes.
 */
@NullMarked
package dev.planlift.rabbitmq;

import org.jspecify.annotations.NullMarked;
