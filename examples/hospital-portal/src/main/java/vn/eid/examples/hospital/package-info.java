/**
 * A hospital that reads the health records which a citizen agreed to share: the desk asks, a doctor
 * reads, an inspector looks at who read what. When the citizen takes the consent back, nothing is
 * shown any more and the copy is destroyed.
 */
@NullMarked
package vn.eid.examples.hospital;

import org.jspecify.annotations.NullMarked;
