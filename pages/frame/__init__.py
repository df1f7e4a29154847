"""The parts of the frame that every page stands in; pages take them from `pages`."""
