"""Tests of `generator.brief`."""
