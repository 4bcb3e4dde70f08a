/**
 * The application: the only place that creates threads, starts them and stops them in order. It
 * joins the rooms and holds no opinion of its own.
 */
@NullMarked
package app.downshift.app;

import org.jspecify.annotations.NullMarked;
