/**
 * What the applications have alike and what teaches nothing about e-ID: the page around the
 * content, its two languages, and the national systems that are started beside them.
 */
@NullMarked
package vn.eid.examples.frame;

import org.jspecify.annotations.NullMarked;
