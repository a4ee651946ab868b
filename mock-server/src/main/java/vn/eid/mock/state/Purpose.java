package vn.eid.mock.state;

/** What data is wanted for: one purpose for each consent (Law 91/2025/QH15, article 9). */
public record Purpose(String code, BilingualText text) {}
