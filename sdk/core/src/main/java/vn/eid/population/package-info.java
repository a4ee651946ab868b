/**
 * Yes or no from the national population database (cơ sở dữ liệu quốc gia về dân cư), without the
 * data itself.
 */
@NullMarked
package vn.eid.population;

import org.jspecify.annotations.NullMarked;
