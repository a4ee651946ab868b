/**
 * The command line: a file of people in, a file of results out. Start at {@link vn.eid.cli.Eid}.
 */
@NullMarked
package vn.eid.cli;

import org.jspecify.annotations.NullMarked;
