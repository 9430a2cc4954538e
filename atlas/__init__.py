"""Trigger-Point Referral Atlas: where a muscle sends its pain, on one body surface."""

__version__ = "0.1.0"
