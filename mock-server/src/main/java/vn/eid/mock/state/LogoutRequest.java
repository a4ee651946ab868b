package vn.eid.mock.state;

import java.net.URI;
import java.util.Optional;

/**
 * What an application asked for when it sent the browser to be logged out, after every check.
 *
 * @param session what is to end; empty where it is over already, or was not named
 * @param back where the browser goes afterwards, if the application said so
 */
public record LogoutRequest(Optional<Session> session, Optional<URI> back) {}
