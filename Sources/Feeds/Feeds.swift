import Articles
import Formats
import Library
import Text
import Workers

/// The feeds of a library.
public enum Feeds {}
