package vn.eid.mock.page;

/**
 * What an examined application did about one fault.
 *
 * @param sentence what was wrong
 * @param why what an attacker gains, or why it may be accepted
 * @param remedy what to do about it; empty where nothing is to be done
 * @param section the section of the specification; may be empty
 * @param remark what was seen, or why it was not tried
 * @param dangerous whether it was accepted, and should not have been
 */
public record ExaminedTrial(
    String name,
    String verdict,
    String sentence,
    String why,
    String remedy,
    String section,
    String remark,
    boolean dangerous) {}
