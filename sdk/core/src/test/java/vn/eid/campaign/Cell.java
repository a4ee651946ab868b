package vn.eid.campaign;

/** What came of a verb under a trouble, and whether it is as it should be. */
record Cell(Verb verb, Trouble trouble, String text) {}
