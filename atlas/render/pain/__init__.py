"""Fields of pain, the patient's ink and the marks over them."""
