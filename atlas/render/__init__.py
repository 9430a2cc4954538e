"""From scenes to pixels and pages."""
