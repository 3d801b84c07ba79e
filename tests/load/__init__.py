"""Tests of `generator.load`."""
