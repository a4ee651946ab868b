package vn.eid.mock.state;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the client does with the data once it has it.
 *
 * @param recipients who else receives it
 * @param crossBorder whether it leaves Vietnam
 * @param retention how long the client keeps it; empty where the client does not say
 */
public record Handling(
    List<OtherRecipient> recipients, boolean crossBorder, Optional<Duration> retention) {}
