"""Addresses that programs ask."""
