/** The pages for the person in front of the screen: plain HTML, in Vietnamese and English. */
@NullMarked
package vn.eid.mock.page;

import org.jspecify.annotations.NullMarked;
