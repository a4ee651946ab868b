package vn.eid.mock.examine;

import java.net.URI;
import java.util.Optional;

/**
 * The application that is examined.
 *
 * @param loginPage where a login begins
 * @param success how it shows that somebody is logged in
 * @param logouts where it takes logout tokens
 * @param events where it takes the registry's events
 */
record Subject(URI loginPage, Success success, Optional<URI> logouts, Optional<URI> events) {}
