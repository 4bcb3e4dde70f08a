/**
 * The command line: one class per command. Commands read their options, ask {@link
 * app.downshift.cli.Host} for what needs threads, and print. Exit codes: 0 done, 2 bad usage or bad
 * input, 3 a sensor or port could not be used, 130 interrupted.
 */
@NullMarked
package app.downshift.cli;

import org.jspecify.annotations.NullMarked;
