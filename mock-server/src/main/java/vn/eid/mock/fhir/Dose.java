package vn.eid.mock.fhir;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One dose of a vaccine.
 *
 * @param number which dose of this vaccine, from 1
 */
record Dose(UUID id, Vaccine vaccine, int number, LocalDate day, String lot, String facility) {}
