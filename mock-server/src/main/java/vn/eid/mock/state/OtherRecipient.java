package vn.eid.mock.state;

/** Somebody besides the client who receives the data. */
public record OtherRecipient(String code, BilingualText name) {}
