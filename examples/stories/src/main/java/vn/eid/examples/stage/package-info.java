/** What the stories stand on: a mock server, a browser, and a way to tell what happens. */
@NullMarked
package vn.eid.examples.stage;

import org.jspecify.annotations.NullMarked;
