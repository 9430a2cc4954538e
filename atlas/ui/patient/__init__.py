"""What is turned to the patient: the story and the patient's screen."""
