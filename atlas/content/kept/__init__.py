"""What is kept on this computer: settings, the kiosk's PIN, drawings that someone saves."""
