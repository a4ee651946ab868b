package vn.eid.examples.stage;

import java.net.URI;

/** A phone that a person plays on a page of the mock server. */
final class PersonsPhone implements Phone {
  private final Narrator narrator;

  PersonsPhone(Narrator narrator) {
    this.narrator = narrator;
  }

  @Override
  public void ring(URI appLink) {
    narrator.say("Open the phone's page in your browser within two minutes, and decide there.");
    narrator.say("  " + appLink);
  }

  @Override
  public void approve() {
    // The person does.
  }
}
