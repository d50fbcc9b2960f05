"""The data of the demo: a province that does not exist, made by the same actions that people use."""
