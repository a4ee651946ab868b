package vn.eid.mock.page;

/**
 * A text in a language of its own.
 *
 * @param lang the value of the {@code lang} attribute
 */
public record Passage(String lang, String text) {}
